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

    /** As it is shown in a fault. */
    String path() {
        return keys.isEmpty() ? name : keys;
    }
}
