package app.moddy.bot.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.command.UserMenu;
import app.moddy.bot.command.UserMenuCall;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.sandbox.SandboxField;
import app.moddy.sandbox.SandboxReply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PluginsCommandTest {
    private final Scene scene = Scene.open();

    static final class Usurper implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash("plugins", "Pretends to be core's");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("ha"));
        }
    }

    static final class Look implements UserMenu {
        @Override
        public CommandData data() {
            return Commands.user("Look");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.staff();
        }

        @Override
        public CompletionStage<Reply> handle(UserMenuCall call) {
            return CompletableFuture.completedStage(Reply.text("ok"));
        }
    }

    static final class Ping implements Route {
        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/ping");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.ok(List.of()));
        }
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private SandboxReply plugins(RunningBot bot) {
        assertThat(bot.wasRefused()).isFalse();
        scene.awaitCommands("plugins");
        return scene.ada().in(scene.guild()).runs("/plugins").await();
    }

    private static List<SandboxField> fields(SandboxReply reply) {
        return reply.embeds().get(0).fields();
    }

    @Test
    void saysWhatEachBringsAndWhyOneDoesNotRun() throws Exception {
        Window useful = new Window("useful") {
            @Override
            protected void configure() {
                route(Ping.class);
                userMenu(Look.class);
            }
        };
        Window usurper = new Window("usurper") {
            @Override
            protected void configure() {
                command(Usurper.class);
            }
        };
        try (RunningBot bot = scene.bot()
                .plugins(useful, usurper, new Window("off"))
                .requires("useful")
                .disables("off")
                .start()) {
            SandboxReply reply = plugins(bot);
            assertThat(reply.content()).isEqualTo("1 of 3 plugins runs.");
            assertThat(reply.isEphemeral()).isTrue();
            assertThat(reply.buttons()).isEmpty();
            assertThat(fields(reply))
                    .extracting(SandboxField::name)
                    .containsExactly("💤 off", "✅ useful (required)", "❌ usurper");
            assertThat(fields(reply))
                    .extracting(SandboxField::value)
                    .containsExactly(
                            "switched off by plugins.disabled",
                            "Routes: GET /internal/ping\nCommands: Look",
                            "brings the command /plugins of core again");
            assertThat(scene.bob().in(scene.guild()).runs("/plugins").await().content())
                    .isEqualTo("This command is not for you here.");
            scene.ada().locale("fr");
            assertThat(plugins(bot).content()).isEqualTo("1 plugin sur 3 fonctionne.");
        }
    }

    @Test
    void saysSoWhenThereIsNone() throws Exception {
        try (RunningBot bot = scene.bot().plugins().start()) {
            assertThat(plugins(bot).content()).isEqualTo("0 of 0 plugins run.");
        }
    }

    @Test
    void hasPagesWhenThereAreMany() throws Exception {
        BotPlugin[] many =
                IntStream.range(0, 7).mapToObj(i -> new Window("plugin-" + i)).toArray(BotPlugin[]::new);
        try (RunningBot bot = scene.bot().plugins(many).start()) {
            SandboxReply reply = plugins(bot);
            assertThat(fields(reply)).hasSize(5);
            reply.press("▶");
            Eventually.isTrue("turned", () -> fields(reply).size() == 2);
            assertThat(fields(reply).get(0).value()).isEqualTo("Brings nothing of its own.");
        }
    }
}
