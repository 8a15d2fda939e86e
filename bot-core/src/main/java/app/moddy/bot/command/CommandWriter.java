package app.moddy.bot.command;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Discord know exactly the wanted commands: asks what it knows, then writes what differs and removes what is not
 * wanted any more. Where nothing differs nothing is written: Discord allows 200 creations a day, and a rewritten command
 * may be refused to users whose client still has the old one. What fails is tried again until it succeeds. Thread-safe.
 */
final class CommandWriter {
    private static final Logger log = LoggerFactory.getLogger(CommandWriter.class);

    private final BackOff backOff;

    /** The latest task of each scope: an older one is not tried again. */
    private final Map<String, Task> latest = new ConcurrentHashMap<>();

    CommandWriter(BackOff backOff) {
        this.backOff = backOff;
    }

    /** The stage ends, never with an exception, after the first try; further ones are nobody's to wait for. */
    CompletionStage<Void> write(CommandScope scope, List<CommandData> wanted) {
        Task task = new Task(scope, wanted);
        latest.put(scope.where(), task);
        return attempt(task, 1);
    }

    private CompletionStage<Void> attempt(Task task, int count) {
        if (isOver(task)) {
            return CompletableFuture.completedStage(null);
        }
        return CompletableFuture.completedStage(task)
                .thenCompose(CommandWriter::once)
                .thenRun(() -> latest.remove(task.scope().where(), task))
                .exceptionally(failure -> tryLater(task, count, failure));
    }

    /** Whether a later one has taken its place, or there is nothing left to register in. */
    private boolean isOver(Task task) {
        if (!task.scope().isThere().getAsBoolean()) {
            latest.remove(task.scope().where(), task);
        }
        return latest.get(task.scope().where()) != task;
    }

    private @Nullable Void tryLater(Task task, int failures, Throwable failure) {
        if (isOver(task)) {
            return null;
        }
        if (task.wanted().isEmpty() && isRefusal(causeOf(failure))) {
            latest.remove(task.scope().where(), task);
            log.warn(
                    "Could not clear commands {} ({}); left for the next start",
                    task.scope().where(),
                    causeOf(failure).toString());
            return null;
        }
        Duration pause = backOff.pauseAfter(failures);
        log.warn(
                "Could not register commands {} ({}); next try in {} ms",
                task.scope().where(),
                causeOf(failure).toString(),
                pause.toMillis());
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> attempt(task, failures + 1));
        return null;
    }

    /**
     * Discord forbids it, say where the bot was invited without the right to have commands. Where nothing is to be
     * written anyway it is not worth asking every minute: after 10,000 refusals in 10 minutes Discord bans our address.
     */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ErrorResponseException refused && !refused.isServerError();
    }

    private static Throwable causeOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private static CompletionStage<Void> once(Task task) {
        return task.scope().known().get().submit().thenCompose(known -> change(task, known));
    }

    private static CompletionStage<Void> change(Task task, List<Command> known) {
        List<RestAction<?>> changes = new CommandDifference(task.scope(), known, task.wanted()).changes();
        CompletionStage<Void> chain = CompletableFuture.completedStage(null);
        for (RestAction<?> change : changes) {
            chain = chain.thenCompose(before -> change.submit()).thenApply(done -> null);
        }
        return chain.thenRun(() -> {
            if (!changes.isEmpty()) {
                log.info("Registered commands {}: {} changed", task.scope().where(), changes.size());
            }
        });
    }

    /** Compared by identity: the same again is a task of its own. */
    private static final class Task {
        private final CommandScope scope;
        private final List<CommandData> wanted;

        Task(CommandScope scope, List<CommandData> wanted) {
            this.scope = scope;
            this.wanted = wanted;
        }

        CommandScope scope() {
            return scope;
        }

        List<CommandData> wanted() {
            return wanted;
        }
    }
}
