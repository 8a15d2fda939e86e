package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.moddy.bot.StartException;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import com.google.inject.Injector;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginHostTest {
    private static final class PingRoute implements Route {
        @Inject
        PingRoute() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/ping");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.ok(Map.of("pong", true)));
        }
    }

    private static final class PingCommand implements SlashCommand {
        @Inject
        PingCommand() {}

        @Override
        public SlashCommandData data() {
            return Commands.slash("ping", "Answers");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.staff();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("pong"));
        }
    }

    private static final class Ping extends Window {
        Ping(String name) {
            super(name);
        }

        @Override
        protected void configure() {
            route(PingRoute.class);
            command(PingCommand.class);
        }
    }

    record Interval(
            @Min(value = 1, message = "must be at least 1") int seconds) {}

    private static final class Configured extends Window {
        Configured() {
            super("configured");
        }

        @Override
        protected void configure() {
            settings(Interval.class);
        }
    }

    record Nothing() {}

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static List<PluginStatus> statuses(Window witness) {
        return witness.get(Plugins.class).all();
    }

    private static PluginStatus status(Window witness, String name) {
        return statuses(witness).stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Stream<BotPlugin> illPlugins() {
        return Stream.of(
                new Window("ill") {
                    @Override
                    protected void configure() {
                        throw new IllegalStateException("broken while configured");
                    }
                },
                new Window("ill") {
                    @Override
                    protected void configure() {
                        bind(Runnable.class); // an interface without an implementation
                    }
                },
                new Window("ill") {
                    @Override
                    protected void configure() {
                        bind(Forgetful.class); // and what it needs was forgotten
                    }
                },
                new Window("ill") {
                    @Override
                    protected void configure() {
                        route(FaultyRoute.class);
                    }
                },
                new Window("ill") {
                    @Override
                    protected void configure() {
                        action(new UserAction<>("without_template", Nothing.class));
                    }
                },
                new Window("ill") {
                    @Override
                    public void start(Injector own) {
                        throw new IllegalStateException("broken at start");
                    }
                },
                new Window("ill") {
                    @Override
                    public void start(Injector own) {
                        throw new NoClassDefFoundError("missing/Library");
                    }
                },
                new Window("ill") {
                    @Override
                    public void start(Injector own) {
                        throw new Error("plain");
                    }
                });
    }

    private record Unbound() {
        @Inject
        Unbound {}
    }

    private record Forgetful(Unbound service) {
        @Inject
        Forgetful {}
    }

    private static final class FaultyRoute implements Route {
        @Inject
        FaultyRoute() {}

        @Override
        public Endpoint endpoint() {
            throw new IllegalStateException("broken endpoint");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            throw new IllegalStateException("never called");
        }
    }

    @ParameterizedTest
    @MethodSource("illPlugins")
    void onePluginThatThrowsAnywhereIsReportedAndTheRestRun(BotPlugin ill) throws Exception {
        Window witness = new Window("witness");
        try (RunningBot bot =
                scene.bot().plugins(ill, new Ping("pinger"), witness).start()) {
            assertThat(bot.backend().get("/internal/ping").status()).isEqualTo(200);
            assertThat(status(witness, "pinger").state()).isEqualTo(PluginState.RUNNING);
            assertThat(status(witness, "ill").state()).isEqualTo(PluginState.FAILED);
            assertThat(status(witness, "ill").reason())
                    .containsAnyOf(
                            "it is broken", "lacks a class", "its parts do not fit together", "templates/en-US.yml")
                    .doesNotContain("java.", "Library");
        }
    }

    @Test
    void aPluginThatBringsWhatExistsAlreadyIsRefusedAndBothAreNamed() throws Exception {
        Window witness = new Window("witness");
        try (RunningBot bot =
                scene.bot().plugins(new Ping("b"), new Ping("a"), witness).start()) {
            assertThat(bot.backend().get("/internal/ping").status()).isEqualTo(200);
            assertThat(status(witness, "a").state()).isEqualTo(PluginState.RUNNING);
            assertThat(status(witness, "b").reason())
                    .isEqualTo("brings the route GET /internal/ping of plugin a, the command /ping of plugin a again");
        }
    }

    @Test
    void twoPluginsOfOneNameAreOneTooMany() throws Exception {
        Window witness = new Window("witness");
        try (RunningBot bot = scene.bot()
                .plugins(new Window("twin"), new Window("twin"), witness)
                .start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(statuses(witness))
                    .extracting(PluginStatus::name, PluginStatus::state)
                    .contains(tuple("twin", PluginState.RUNNING), tuple("twin", PluginState.FAILED));
        }
    }

    @Test
    void aPluginIsSwitchedOffByName() throws Exception {
        Window witness = new Window("witness");
        try (RunningBot bot = scene.bot()
                .plugins(new Ping("pinger"), witness)
                .disables("pinger")
                .start()) {
            assertThat(bot.backend().get("/internal/ping").status()).isEqualTo(404);
            assertThat(status(witness, "pinger").state()).isEqualTo(PluginState.DISABLED);
        }
    }

    @Test
    void itsSectionOfTheConfigurationIsItsOwnRecord() throws Exception {
        Configured configured = new Configured();
        try (RunningBot bot = scene.bot()
                .plugins(configured)
                .section("configured", "{seconds: 5}")
                .start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(configured.get(Interval.class)).isEqualTo(new Interval(5));
        }
    }

    @Test
    void aFaultInItsSectionIsItsOwnFault() throws Exception {
        Window witness = new Window("witness");
        try (RunningBot bot = scene.bot()
                .plugins(new Configured(), new Ping("pinger"), witness)
                .section("configured", "{seconds: 0, secnods: 1}")
                .section("pinger", "{verbose: true}")
                .start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(status(witness, "configured").reason())
                    .contains("plugins.configured.seconds: must be at least 1")
                    .contains("did you mean 'seconds'?");
            assertThat(status(witness, "pinger").reason()).contains("takes no settings");
        }
    }

    @Test
    void aRequiredPluginThatDoesNotRunEndsTheStart() {
        assertThatThrownBy(() -> scene.bot()
                        .plugins(new Ping("pinger"))
                        .requires("notifications")
                        .start())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("notifications: there is no such plugin; found: [pinger]");
    }

    @Test
    void pluginsAreStoppedSideBySideAndAFaultyOneStopsNobody() throws Exception {
        CyclicBarrier all = new CyclicBarrier(3);
        List<String> stopped = new CopyOnWriteArrayList<>();
        Window[] plugins = Stream.of("a", "b", "c")
                .map(name -> new Window(name) {
                    @Override
                    public void stop() throws Exception {
                        all.await(3, TimeUnit.SECONDS); // one after the other, nobody would come past this
                        stopped.add(name());
                        if (name().equals("b")) {
                            throw new IllegalStateException("will not stop");
                        }
                    }
                })
                .toArray(Window[]::new);
        scene.bot().plugins(plugins).start().close();
        assertThat(stopped).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void aPluginThatCannotEvenSayItsNameIsNamedInTheLogOnly() throws Exception {
        Window witness = new Window("witness");
        BotPlugin nameless = new BotPlugin() {
            @Override
            public String name() {
                throw new NoClassDefFoundError("secret/Inside");
            }
        };
        try (RunningBot bot = scene.bot().plugins(nameless, witness).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(status(witness, "(unnamed)").reason()).isEqualTo("lacks a class; the log says which");
        }
    }
}
