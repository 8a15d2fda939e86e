package app.moddy.bot.command;

import java.util.concurrent.CompletionStage;

/** Gives the pages of {@link Reply#pages}, one when it is wanted. Thread-safe. */
@FunctionalInterface
public interface PageSource {
    /**
     * One page, as it is now. Called on a thread that may be blocked for a moment, not for long.
     *
     * @param index from 0
     * @return when it fails the caller is told so and keeps the page that they see
     */
    CompletionStage<Page> at(int index);
}
