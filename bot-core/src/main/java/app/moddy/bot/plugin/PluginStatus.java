package app.moddy.bot.plugin;

/**
 * One plugin and how it is.
 *
 * @param name its name; where it could not say one, that of its jar, or {@code (unnamed)}
 * @param jar the file that it came from, in the plugins folder; empty for the class path
 * @param state how it is
 * @param reason why it does not run, or what is wrong with it although it does; else empty
 * @param required whether the bot refuses to be without it
 */
public record PluginStatus(String name, String jar, PluginState state, String reason, boolean required) {
    /** The same, with this being wrong with it now. */
    PluginStatus with(String trouble) {
        return new PluginStatus(name, jar, state, trouble, required);
    }

    /** The name, and the jar unless that says the same: {@code coupon (coupon-1.0.jar)}. */
    public String title() {
        return jar.isEmpty() || jar.equals(name) ? name : name + " (" + jar + ")";
    }
}
