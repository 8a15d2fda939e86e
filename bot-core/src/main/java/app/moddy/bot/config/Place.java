package app.moddy.bot.config;

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

    /** Whether both are directly in the same section. */
    boolean isBeside(Place other) {
        return section().equals(other.section());
    }

    String lastKey() {
        return keys.substring(keys.lastIndexOf('.') + 1);
    }

    private String section() {
        return keys.substring(0, Math.max(0, keys.lastIndexOf('.')));
    }

    /** As it is shown in a fault. */
    String path() {
        return keys.isEmpty() ? name : keys;
    }
}
