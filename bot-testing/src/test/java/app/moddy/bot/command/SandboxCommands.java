package app.moddy.bot.command;

import app.moddy.bot.Bot;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.CommandWords;
import app.moddy.bot.message.MessageModule;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.Replies;
import app.moddy.bot.message.TemplateFaultException;
import app.moddy.bot.message.TemplateSource;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.user.NoLanguages;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxGuild;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** Commands without the rest of the bot: the dispatcher as the listener of a JDA that is logged in to a sandbox. */
final class SandboxCommands {
    private SandboxCommands() {}

    /** A dispatcher that serves these, for the staff of the scene. */
    static CommandDispatcher dispatcher(Scene scene, SlashCommand... commands) {
        return dispatcher(scene, served(commands));
    }

    static CommandDispatcher dispatcher(Scene scene, List<Served> served) {
        return dispatcher(scene, Clock.systemUTC(), served);
    }

    /** The same with this clock. */
    static CommandDispatcher dispatcher(Scene scene, Clock clock, List<Served> served) {
        return dispatcher(staff(scene, scene.guild()), clock, served);
    }

    /** The same with another guild of staff than the scene's. */
    static CommandDispatcher dispatcher(Scene scene, SandboxGuild staffGuild, SlashCommand... commands) {
        return dispatcher(staff(scene, staffGuild), Clock.systemUTC(), served(commands));
    }

    private static CommandDispatcher dispatcher(StaffSettings staff, Clock clock, List<Served> served) {
        Injector messages = messages();
        CommandDispatcher dispatcher = new CommandDispatcher(
                new Staff(staff),
                clock,
                messages.getInstance(Replies.class),
                messages.getInstance(CommandWords.class),
                new NoLanguages(),
                CommandLimits.DEFAULTS);
        dispatcher.serve(served, List.of());
        return dispatcher;
    }

    /** No words of other languages. */
    static CommandWords words() {
        return messages().getInstance(CommandWords.class);
    }

    /** What core says, and that no command has words in other languages. */
    private static Injector messages() {
        Injector messages = Guice.createInjector(
                new MessageModule(),
                binder -> binder.bind(MessageSettings.class).toInstance(MessageSettings.defaults()));
        try {
            messages.getInstance(ActionRegistry.class)
                    .register(ActionRegistry.CORE, List.of(), TemplateSource.of(Bot.class));
        } catch (TemplateFaultException e) {
            throw new AssertionError(e);
        }
        return messages;
    }

    /** Staff by their role, and olga the owner. */
    private static StaffSettings staff(Scene scene, SandboxGuild guild) {
        return new StaffSettings(
                Set.of(snowflake(guild.id())),
                Set.of(snowflake(scene.staff().id())),
                Set.of(),
                Set.of(snowflake(scene.discord().user("olga").id())),
                null,
                null);
    }

    static List<Served> served(SlashCommand... commands) {
        return Stream.of(commands).map(Served::of).toList();
    }

    private static Snowflake snowflake(String id) {
        return new Snowflake(Long.parseUnsignedLong(id));
    }

    static JDA login(DiscordSandbox discord, Object... listeners) throws InterruptedException {
        return JDABuilder.createLight(discord.token(), List.of())
                .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
                .setSessionController(new SessionControllerAdapter() {
                    @Override
                    public String getGateway() {
                        return discord.gatewayUrl().toString();
                    }
                })
                .setEnableShutdownHook(false)
                .addEventListeners(listeners)
                .build()
                .awaitReady();
    }

    /** What was asked and written about commands, in order. */
    static Stream<SandboxCall> calls(DiscordSandbox discord, boolean writes) {
        return discord.calls().stream()
                .filter(call ->
                        call.path().contains("/commands") && !call.method().equals("GET") == writes);
    }

    static long reads(DiscordSandbox discord) {
        return calls(discord, false).count();
    }

    static long writes(DiscordSandbox discord) {
        return calls(discord, true).count();
    }

    /** A command that answers what it is told to. */
    record Told(SlashCommandData data, CommandRules rules, Supplier<CompletionStage<Reply>> answer)
            implements SlashCommand {
        static Told staff(SlashCommandData data) {
            return new Told(data, CommandRules.staff(), Told::ok);
        }

        static Told everyone(SlashCommandData data) {
            return new Told(data, CommandRules.everyone(), Told::ok);
        }

        private static CompletionStage<Reply> ok() {
            return CompletableFuture.completedStage(Reply.text("ok"));
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return answer.get();
        }
    }

    /** A command with subcommands. */
    record Parent(SlashCommandData data, CommandRules rules, List<Below> subcommands) implements SlashCommand {}

    /** A subcommand that answers what it is told to. */
    record Below(
            SubcommandData data,
            Optional<SubcommandGroup> group,
            CommandRules rules,
            Function<CommandCall, CompletionStage<Reply>> answer)
            implements Subcommand {
        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return answer.apply(call);
        }
    }

    /** A user menu that answers what it is told to. */
    record Menu(CommandData data, CommandRules rules, Function<UserMenuCall, CompletionStage<Reply>> answer)
            implements UserMenu {
        @Override
        public CompletionStage<Reply> handle(UserMenuCall call) {
            return answer.apply(call);
        }
    }
}
