package app.moddy.bot.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
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
 * The one listener for commands: tells Discord of them, and finds the one that is meant. Core only. Thread-safe.
 */
@Singleton
public final class CommandDispatcher implements EventListener {
    private final Staff staff;
    private final CommandThreads threads = new CommandThreads();
    private final CommandRunner runner;
    private final Completion completion;
    private volatile Map<String, Served> commands = Map.of();

    @Inject
    CommandDispatcher(Staff staff, Clock clock) {
        this.staff = staff;
        this.runner = new CommandRunner(staff, new Confirmations(clock), threads);
        this.completion = new Completion(staff, threads);
    }

    /** The commands that there are; names are unique. Call it before Discord is connected. */
    public void serve(Collection<SlashCommand> all) {
        commands =
                all.stream().map(Served::of).collect(Collectors.toUnmodifiableMap(Served::name, Function.identity()));
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof SlashCommandInteractionEvent slash) {
            onSlash(slash);
        } else if (event instanceof ButtonInteractionEvent button) {
            runner.press(button);
        } else if (event instanceof CommandAutoCompleteInteractionEvent typing) {
            onTyping(typing);
        } else if (event instanceof ReadyEvent ready) {
            new CommandRegistration(commands.values(), staff).everywhere(ready.getJDA());
        } else if (event instanceof GuildJoinEvent joined) {
            new CommandRegistration(commands.values(), staff).in(joined.getGuild());
        }
    }

    private void onSlash(SlashCommandInteractionEvent event) {
        Served command = commands.get(event.getName());
        if (command == null) {
            InteractionReply.to(event).answer(Notices.UNKNOWN);
        } else {
            runner.run(command, event);
        }
    }

    private void onTyping(CommandAutoCompleteInteractionEvent event) {
        Served command = commands.get(event.getName());
        if (command != null) { // else: a command of before; its user sees no choices, as for any outdated command
            completion.offer(command, event);
        }
    }

    /** No more commands are run; what runs may end. */
    public void stop() {
        threads.stop();
    }
}
