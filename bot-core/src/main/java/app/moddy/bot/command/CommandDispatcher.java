package app.moddy.bot.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;

/**
 * The one listener for commands: tells Discord of them, finds the one that is meant and has it run off JDA's threads.
 * Core only. Thread-safe.
 */
@Singleton
public final class CommandDispatcher implements EventListener {
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 200;

    private final CommandRunner runner;
    private final Staff staff;
    private final ThreadPoolExecutor threads = threads();
    private volatile Map<String, SlashCommand> commands = Map.of();

    @Inject
    CommandDispatcher(Staff staff, Clock clock) {
        this.staff = staff;
        this.runner = new CommandRunner(staff, new Confirmations(clock));
    }

    /** The commands that there are; names are unique. Call it before Discord is connected. */
    public void serve(Collection<SlashCommand> all) {
        commands = all.stream()
                .collect(Collectors.toUnmodifiableMap(command -> command.data().getName(), Function.identity()));
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof SlashCommandInteractionEvent slash) {
            onSlash(slash);
        } else if (event instanceof ButtonInteractionEvent button) {
            if (!submitted(() -> runner.press(button))) {
                new InteractionReply(button).answer(Notices.BUSY);
            }
        } else if (event instanceof CommandAutoCompleteInteractionEvent typing) {
            SlashCommand command = commands.get(typing.getName());
            if (command == null || !submitted(() -> runner.complete(command, typing))) {
                typing.replyChoices().queue();
            }
        } else if (event instanceof ReadyEvent ready) {
            new CommandRegistration(commands.values(), staff).everywhere(ready.getJDA());
        } else if (event instanceof GuildJoinEvent joined) {
            new CommandRegistration(commands.values(), staff).in(joined.getGuild());
        }
    }

    private void onSlash(SlashCommandInteractionEvent event) {
        SlashCommand command = commands.get(event.getName());
        if (command == null) {
            new InteractionReply(event).answer(Notices.UNKNOWN);
        } else if (!submitted(() -> runner.run(command, event))) {
            new InteractionReply(event).answer(Notices.BUSY);
        }
    }

    private boolean submitted(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** No more commands are run; what runs may end. */
    public void stop() {
        threads.shutdown();
    }

    private static ThreadPoolExecutor threads() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "command-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
