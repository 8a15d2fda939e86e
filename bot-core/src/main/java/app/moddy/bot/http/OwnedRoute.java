package app.moddy.bot.http;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A route of a plugin: it runs on that one's threads, and is told when it has failed. Core only. */
public interface OwnedRoute extends Route {
    /** The plugin's name. */
    String owner();

    /** Where it is called; refuses when too much waits there. */
    Executor threads();

    /**
     * A request has had no answer of its own, and its caller was told so; once a request. May be called on an IO thread, so it does
     * not wait.
     *
     * @param why null: its stage has not ended in time
     */
    void failed(@Nullable Throwable why);
}
