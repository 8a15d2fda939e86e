package app.moddy.bot.store;

import java.util.concurrent.Executor;

/** Gives the bot's one store to whoever goes on with its results elsewhere. Core only; thread-safe. */
public interface StoreSource {
    /** The store, whose stages complete on these threads; what was refused at once has failed already. */
    Store on(Executor completions);
}
