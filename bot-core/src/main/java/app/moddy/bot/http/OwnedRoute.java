package app.moddy.bot.http;

import java.util.concurrent.Executor;

/** A route of a plugin: it runs on that one's threads, and is told when a caller has waited in vain. Core only. */
public interface OwnedRoute extends Route {
    /** The plugin's name. */
    String owner();

    /** Where it is called; refuses when too much waits there. */
    Executor threads();

    /** It has not answered in time, and its caller was told so. Called on an IO thread, so it does not wait. */
    void unanswered();
}
