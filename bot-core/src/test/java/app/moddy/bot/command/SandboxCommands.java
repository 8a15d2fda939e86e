package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.user.NoLanguages;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxCall;
import app.moddy.sandbox.SandboxGuild;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** Commands without the rest of the bot: the dispatcher as the listener of a JDA that is logged in to a sandbox. */
final class SandboxCommands {
    private SandboxCommands() {}

    /** A dispatcher that serves these, for the staff of the scene. */
    static CommandDispatcher dispatcher(Scene scene, SlashCommand... commands) {
        return dispatcher(scene, scene.guild(), commands);
    }

    /** The same with another guild of staff than the scene's. */
    static CommandDispatcher dispatcher(Scene scene, SandboxGuild staffGuild, SlashCommand... commands) {
        StaffSettings staff = new StaffSettings(
                Set.of(snowflake(staffGuild.id())),
                Set.of(snowflake(scene.staff().id())),
                Set.of(),
                Set.of(),
                null,
                null);
        CommandDispatcher dispatcher = new CommandDispatcher(new Staff(staff), Clock.systemUTC(), new NoLanguages());
        dispatcher.serve(served(commands), List.of());
        return dispatcher;
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
}
