package app.moddy.bot.http;

/** A route of a plugin, which is told when a caller of it has waited in vain. Core only. */
public interface OwnedRoute extends Route {
    /** The plugin's name. */
    String owner();

    /** It has not answered in time, and its caller was told so. Called on an IO thread, so it does not wait. */
    void unanswered();
}
