package app.moddy.bot.config;

import java.util.Optional;

/**
 * Where in the configuration something is.
 *
 * @param name what the configuration as a whole is called
 * @param keys the keys that lead here, joined by dots; empty at the root
 * @param at how far into the file it begins, in characters
 */
record Place(String name, String keys, int at) {
    /** Before every key: what the root lacks is told before what is wrong in it. */
    static Place root(String name) {
        return new Place(name, "", -1);
    }

    Place key(String key, int at) {
        return new Place(name, keys.isEmpty() ? key : keys + "." + key, at);
    }

    Place index(int index, int at) {
        return new Place(name, keys + "[" + index + "]", at);
    }

    /** The key by which one comes from this section to here; empty when it is not in it. */
    Optional<String> keyIn(String section) {
        String begin = section.isEmpty() ? "" : section + ".";
        return keys.startsWith(begin) && keys.length() > begin.length()
                ? Optional.of(keys.substring(begin.length()).split("\\.", 2)[0])
                : Optional.empty();
    }

    /** The keys of what it is directly in. */
    String section() {
        return keys.substring(0, Math.max(0, keys.lastIndexOf('.')));
    }

    /** As it is shown in a fault. */
    String path() {
        return keys.isEmpty() ? name : keys;
    }
}
