package app.moddy.bot.command;

import app.moddy.bot.message.CommandWords;
import app.moddy.bot.message.Replies;
import app.moddy.bot.user.UserLanguages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GenericGuildEvent;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.GenericCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one listener for commands: tells Discord of them, and finds the one that is meant. Core only. Thread-safe.
 */
@Singleton
public final class CommandDispatcher implements EventListener {
    private static final Logger log = LoggerFactory.getLogger(CommandDispatcher.class);

    private final Staff staff;
    private final Notices notices;
    private final CommandWords words;
    private final CallerLanguage languages;
    private final CommandThreads threads = new CommandThreads();
    private final UnderWay underWay = new UnderWay();
    private final RuleCheck rules;
    private final Cooldowns cooldowns;
    private final ReplyButtons buttons;
    private final Completion completion;
    private final CommandLimits limits;
    private volatile CommandRunner runner;
    private volatile Map<Usable.Id, Usable> usables = Map.of();
    private volatile CommandRegistration registration;
    private volatile @Nullable JDA jda;

    @Inject
    CommandDispatcher(
            Staff staff,
            Clock clock,
            Replies replies,
            CommandWords words,
            UserLanguages languages,
            CommandLimits limits) {
        this.limits = limits;
        this.notices = new Notices(replies);
        this.words = words;
        this.staff = staff;
        this.languages = new CallerLanguage(languages);
        this.rules = new RuleCheck(staff);
        this.cooldowns = new Cooldowns(clock);
        this.buttons = new ReplyButtons(new OpenButtons(clock));
        this.runner = runner(List.of());
        this.completion = new Completion(rules, threads);
        this.registration = new CommandRegistration(List.of(), words, staff, BackOff.DEFAULT);
    }

    /**
     * The commands and user menus that there are, and what else their callers are told. Labels are unique. Call it before
     * Discord is connected.
     */
    public void serve(Collection<Served> all, Collection<? extends CallerNote> notes) {
        runner = runner(notes);
        usables = all.stream()
                .flatMap(served -> served.usables().stream())
                .collect(Collectors.toUnmodifiableMap(Usable::id, Function.identity()));
        registration = new CommandRegistration(all, words, staff, BackOff.DEFAULT);
    }

    private CommandRunner runner(Collection<? extends CallerNote> notes) {
        return new CommandRunner(
                rules, cooldowns, buttons, threads, underWay, new CallerNotes(notes, threads), notices, limits);
    }

    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof GenericCommandInteractionEvent command) {
            inLanguageOf(command, language -> onCommand(command, language));
        } else if (event instanceof ButtonInteractionEvent button) {
            inLanguageOf(button, language -> runner.press(button, language));
        } else if (event instanceof CommandAutoCompleteInteractionEvent typing) {
            inLanguageOf(typing, language -> onTyping(typing, language));
        } else if (event instanceof ReadyEvent ready) {
            jda = ready.getJDA();
            registration.registerEverywhere(ready.getJDA());
        } else if (event instanceof GenericGuildEvent guildEvent) {
            onGuild(guildEvent);
        }
    }

    private void inLanguageOf(Interaction interaction, Consumer<DiscordLocale> then) {
        languages.of(interaction).thenAccept(then).whenComplete((done, bug) -> {
            if (bug != null) {
                log.error("Could not serve interaction {}", interaction.getId(), bug);
            }
        });
    }

    private void onGuild(GenericGuildEvent event) {
        if (event instanceof GuildJoinEvent) {
            registration.registerInJoined(event.getGuild());
        } else if (event instanceof GuildAvailableEvent || isLateReady(event)) {
            registration.registerInAvailable(event.getGuild());
        }
    }

    /** JDA says "ready" instead of "available" of a guild that was unavailable when JDA became ready itself. */
    private static boolean isLateReady(GenericGuildEvent event) {
        return event instanceof GuildReadyEvent && event.getJDA().getStatus() == JDA.Status.CONNECTED;
    }

    private void onCommand(GenericCommandInteractionEvent event, DiscordLocale language) {
        Usable usable = usables.get(idOf(event));
        if (usable == null) {
            InteractionReply.to(event).answer(notices.say(NoticeText.UNKNOWN, language));
        } else {
            runner.run(usable, event, language);
        }
    }

    private void onTyping(CommandAutoCompleteInteractionEvent event, DiscordLocale language) {
        Usable usable = usables.get(idOf(event));
        if (usable != null) { // else: a command of before; its user sees no choices, as for any outdated command
            completion.offer(usable, event, language);
        }
    }

    private static Usable.Id idOf(CommandInteractionPayload event) {
        return new Usable.Id(event.getCommandType(), event.getFullCommandName());
    }

    /** Tells Discord of the commands again, in other words; nothing happens before the first time. */
    public void registerAgain() {
        JDA connected = jda;
        if (connected != null) {
            registration.registerAgain(connected);
        }
    }

    /** From now on who uses a command is told that the bot restarts. Idempotent. */
    public void refuse() {
        underWay.close();
    }

    /**
     * Refuses commands, and returns when those under way have their answer.
     *
     * @param grace how long they may take at most, counted from the first {@link #refuse}
     */
    public void stop(Duration grace) {
        refuse();
        int cutOff = underWay.awaitEnd(grace);
        if (cutOff > 0) {
            log.warn("{} uses of commands did not end in time", cutOff);
        }
        threads.stop();
    }
}
