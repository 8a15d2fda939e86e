package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all notes at once what they have for a caller; who fails or is late is left out. Thread-safe. */
final class CallerNotes {
    private static final Logger log = LoggerFactory.getLogger(CallerNotes.class);

    /** What nobody notices in a reply: a note is a bonus. */
    private static final long PATIENCE_MILLIS = 300;

    /** Leaves room for the reply that it stands below. */
    private static final int LONGEST_LINE = 300;

    private final List<CallerNote> notes;
    private final Executor threads;

    /** @param threads for a note that does not return at once, which it should */
    CallerNotes(Collection<? extends CallerNote> notes, Executor threads) {
        this.notes = List.copyOf(notes);
        this.threads = threads;
    }

    /** Their lines for who did this, in their order. The stage never ends exceptionally. */
    CompletionStage<List<String>> linesFor(Snowflake caller, DiscordLocale language) {
        List<CompletionStage<Optional<String>>> asked =
                notes.stream().map(note -> line(note, caller, language)).toList();
        CompletionStage<List<String>> lines = CompletableFuture.completedStage(List.of());
        for (CompletionStage<Optional<String>> line : asked) {
            lines = lines.thenCombine(line, CallerNotes::and);
        }
        return lines;
    }

    private CompletionStage<Optional<String>> line(CallerNote note, Snowflake caller, DiscordLocale language) {
        try {
            return CompletableFuture.supplyAsync(() -> note.noteFor(caller, language), threads)
                    .thenCompose(Function.identity())
                    .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .thenApply(CallerNotes::checked)
                    .exceptionally(failure -> leftOut(note, failure));
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedStage(leftOut(note, full));
        }
    }

    private static Optional<String> checked(Optional<String> line) {
        line.filter(text -> text.isBlank() || text.length() > LONGEST_LINE).ifPresent(text -> {
            throw new IllegalArgumentException(
                    "a note has 1 to %s characters, not %s".formatted(LONGEST_LINE, text.length()));
        });
        return line;
    }

    private static Optional<String> leftOut(CallerNote note, Throwable failure) {
        log.warn("The note of {} is left out of a reply", note, failure);
        return Optional.empty();
    }

    private static List<String> and(List<String> lines, Optional<String> line) {
        List<String> more = new ArrayList<>(lines);
        line.ifPresent(more::add);
        return more;
    }
}
