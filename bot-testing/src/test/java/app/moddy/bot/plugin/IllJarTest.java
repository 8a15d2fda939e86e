package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.TestJar;
import app.moddy.bot.testing.Window;
import app.moddy.sandbox.SandboxReply;
import com.google.inject.AbstractModule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars whose code throws, lacks a class, or never comes back. */
class IllJarTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    private static final String HANG = "try { new CountDownLatch(1).await(); } catch (InterruptedException e) { }";
    private static final String ROUTES = """
            static final class Hanging implements Route {
                @Override public Endpoint endpoint() { return Endpoint.get("/internal/hanging"); }
                @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                    %s
                    return CompletableFuture.completedStage(ApiResponse.ok(Map.of()));
                }
            }
            static final class Lacking implements Route {
                @Override public Endpoint endpoint() { return Endpoint.get("/internal/lacking"); }
                @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                    return Library.answer();
                }
            }
            @Override protected void configure() { route(Hanging.class); route(Lacking.class); }
            """.formatted(HANG);

    private final Scene scene = Scene.open();
    private final Window witness = new Window("witness");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        scene.close();
    }

    private RunningBot.Builder bot() {
        return scene.bot().jars(folder).plugins(witness).replacing(new AbstractModule() {
            @Override
            protected void configure() {
                bind(PluginLimits.class).toInstance(new PluginLimits(SHORT, SHORT, SHORT, SHORT));
            }
        });
    }

    private void write(String jar, TestJar content) throws Exception {
        content.write(folder.resolve(jar));
    }

    /** With a class that is compiled and then not packed. */
    private static TestJar lacking(String name, String body) {
        return TestJar.plugin(name, body).source("shop.Library", """
                        package shop;
                        import app.moddy.bot.http.ApiResponse;
                        import java.util.concurrent.CompletionStage;
                        final class Library {
                            static CompletionStage<ApiResponse> answer() { throw new IllegalStateException(); }
                        }
                        """).without("shop.Library");
    }

    private PluginStatus ill() {
        return witness.get(Plugins.class).all().stream()
                .filter(status -> status.jar().equals("ill.jar"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    static { if (true) throw new IllegalStateException("t"); }           | is broken
                    public ShopPlugin() { throw new IllegalStateException("t"); }        | is broken
                    public ShopPlugin() { Library.answer(); }                            | lacks a class
                    public ShopPlugin() { HANG }                                         | has not been loaded within 0.4 s
                    protected void configure() { throw new IllegalStateException("t"); } | is broken
                    protected void configure() { Library.answer(); }                     | lacks a class
                    protected void configure() { HANG }                                  | has not been wired within 0.4 s
                    public void start(Injector own) { throw new StackOverflowError(); }  | is broken
                    public void start(Injector own) { Library.answer(); }                | lacks a class
                    public void start(Injector own) { HANG }                             | has not started within 0.4 s
                    """)
    void oneThatDoesNotComeUpIsNamedAndTheRestRun(String body, String reason) throws Exception {
        write("ill.jar", lacking("ill", body.replace("HANG", HANG)));
        try (RunningBot bot = bot().start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(ill().state()).isEqualTo(PluginState.FAILED);
            assertThat(ill().reason()).contains(reason).doesNotContain("shop.", "Library");
            assertThat(witness.get(Plugins.class).all())
                    .filteredOn(status -> status.state() == PluginState.RUNNING)
                    .extracting(PluginStatus::name)
                    .containsExactly("witness");
        }
    }

    @Test
    void oneThatStartsTooLateIsStopped() throws Exception {
        write("ill.jar", TestJar.plugin("latecomer", """
                @Override public void start(Injector own) throws Exception { Thread.sleep(600); }
                """));
        try (LogLines log = LogLines.of(LifeStep.class);
                RunningBot bot = bot().start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(ill().reason()).startsWith("has not started within 0.4 s");
            Eventually.isTrue(
                    "stopped",
                    () -> !log.containing("Plugin latecomer went on after all, and is stopped")
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    throw new IllegalStateException("t"); | Plugin stopper-1 failed when it was to | 1
                    Library.answer();                     | Plugin stopper-2 failed when it was to | 2
                    HANG                                  | Plugin stopper-3 has not               | 3
                    """)
    void oneThatDoesNotStopHoldsUpNobody(String body, String line, String number) throws Exception {
        String code = body.replace("HANG", HANG);
        write("ill.jar", lacking("stopper-" + number, """
                public void leave() { %s }
                public void stop() { %s }
                """.formatted(code, code)));
        try (LogLines log = LogLines.of(PluginHost.class)) {
            RunningBot bot = bot().start();
            assertThat(ill().state()).isEqualTo(PluginState.RUNNING);
            Instant before = Instant.now();
            bot.close();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(log.containing(line)).hasSize(2);
        }
    }

    @Test
    void aRouteThatHangsOrFailsLeavesAllOthersServed() throws Exception {
        write("ill.jar", lacking("ill", ROUTES));
        write("good.jar", TestJar.plugin("good", """
                static final class Ping implements Route {
                    @Override public Endpoint endpoint() { return Endpoint.get("/internal/ping"); }
                    @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                        return CompletableFuture.completedStage(ApiResponse.ok(Map.of("pong", true)));
                    }
                }
                @Override protected void configure() { route(Ping.class); }
                """));
        try (RunningBot bot = bot().start()) {
            Backend backend = bot.backend();
            assertThat(backend.get("/internal/lacking").status()).isEqualTo(500);
            assertThat(witness.get(Plugins.class).all())
                    .filteredOn(plugin -> !plugin.reason().isEmpty())
                    .singleElement()
                    .satisfies(plugin -> assertThat(plugin.title() + ": " + plugin.reason())
                            .startsWith("ill (ill.jar): GET /internal/lacking failed at "));
            List<CompletableFuture<Backend.Answer>> hanging = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> backend.get("/internal/hanging"), task -> new Thread(task).start()))
                    .toList();
            Eventually.isTrue(
                    "some were refused at once",
                    () -> hanging.stream().filter(CompletableFuture::isDone).count() == 8);
            assertThat(backend.get("/internal/ping").status()).isEqualTo(200);
            assertThat(backend.get("/internal/lacking").status()).isEqualTo(503);
            assertThat(hanging)
                    .extracting(answer -> answer.join().status())
                    .containsOnly(500, 503); // those that began have their answer after 9 s
        }
    }

    @Test
    void whatARouteLacksIsSaidAtTheStartAndOnceWhenItIsUsed() throws Exception {
        write("ill.jar", lacking("ill", ROUTES));
        try (LogLines start = LogLines.of(PluginHost.class);
                LogLines use = LogLines.of(PluginThreads.class);
                RunningBot bot = bot().start()) {
            String remedy = "; it is the plugin's own, so the jar was not built as a whole: build it again";
            assertThat(start.containing(
                            "Plugin ill (ill.jar) runs, but lacks the class shop.Library (for shop.ShopPlugin$Lacking)"
                                    + remedy))
                    .hasSize(1);
            assertThat(bot.backend().get("/internal/lacking").status()).isEqualTo(500);
            assertThat(bot.backend().get("/internal/lacking").status()).isEqualTo(500);
            assertThat(use.containing("GET /internal/lacking of plugin ill lacks the class shop.Library" + remedy))
                    .hasSize(1);
        }
    }

    @Test
    void aRouteWhoseStageNeverEndsIsNamed() throws Exception {
        write("ill.jar", TestJar.plugin("forgetful", """
                static final class Forgetful implements Route {
                    @Override public Endpoint endpoint() { return Endpoint.get("/internal/forgetful"); }
                    @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                        return new CompletableFuture<>();
                    }
                }
                @Override protected void configure() { route(Forgetful.class); }
                """));
        try (LogLines log = LogLines.of("app.moddy.bot.http.Intake");
                RunningBot bot = bot().start()) {
            assertThat(bot.backend().get("/internal/forgetful").status()).isEqualTo(500);
            assertThat(log.containing("GET /internal/forgetful of forgetful has not answered within"))
                    .hasSize(1);
            assertThat(ill().reason()).startsWith("GET /internal/forgetful failed at ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "ApiResponse.ok(Map.of(\"x\", new Object()))"})
    void aRouteWhoseAnswerIsNoneIsNamed(String answer) throws Exception {
        write("ill.jar", TestJar.plugin("mute", """
                static final class Mute implements Route {
                    @Override public Endpoint endpoint() { return Endpoint.get("/internal/mute"); }
                    @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                        return CompletableFuture.completedStage(%s);
                    }
                }
                @Override protected void configure() { route(Mute.class); }
                """.formatted(answer)));
        try (RunningBot bot = bot().start()) {
            assertThat(bot.backend().get("/internal/mute").status()).isEqualTo(500);
            assertThat(ill().reason())
                    .startsWith("GET /internal/mute failed at ")
                    .contains("(failures since the start: 1)");
        }
    }

    @Test
    void aButtonThatFailsIsNamed() throws Exception {
        write("ill.jar", TestJar.plugin("ill", """
                static final class Asking implements SlashCommand {
                    @Override public SlashCommandData data() { return Commands.slash("asking", "Asks"); }
                    @Override public CommandRules rules() { return CommandRules.staff(); }
                    @Override public CompletionStage<Reply> handle(CommandCall call) {
                        return CompletableFuture.completedStage(Reply.confirm("Sure?", "Yes", () -> {
                            throw new IllegalStateException("t");
                        }));
                    }
                }
                @Override protected void configure() { command(Asking.class); }
                """));
        try (RunningBot bot = bot().start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.awaitCommands("asking");
            SandboxReply question =
                    scene.ada().in(scene.guild()).runs("/asking").await();
            assertThat(ill().reason()).isEmpty();
            assertThat(question.press("Yes").await().content()).startsWith("Something went wrong on our side.");
            assertThat(ill().reason()).startsWith("/asking failed at ");
        }
    }

    @Test
    void aCommandThatHangsOrFailsLeavesAllOthersAnswered() throws Exception {
        write("ill.jar", lacking("ill", """
                static final class Stuck implements SlashCommand {
                    @Override public SlashCommandData data() { return Commands.slash("stuck", "Hangs"); }
                    @Override public CommandRules rules() { return CommandRules.staff(); }
                    @Override public CompletionStage<Reply> handle(CommandCall call) {
                        %s
                        return CompletableFuture.completedStage(Reply.text("free"));
                    }
                }
                static final class Broken implements SlashCommand {
                    @Override public SlashCommandData data() { return Commands.slash("broken", "Fails"); }
                    @Override public CommandRules rules() { return CommandRules.staff(); }
                    @Override public CompletionStage<Reply> handle(CommandCall call) {
                        return Library.answer().thenApply(answer -> Reply.text("never"));
                    }
                }
                @Override protected void configure() { command(Stuck.class); command(Broken.class); }
                """.formatted(HANG)));
        try (RunningBot bot = bot().start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.awaitCommands("stuck", "broken", "plugins");
            try (LogLines log = LogLines.of(PluginThreads.class)) {
                assertThat(scene.ada().in(scene.guild()).runs("/broken").await().content())
                        .startsWith("Something went wrong on our side.");
                Eventually.isTrue(
                        "what to do is said",
                        () -> !log.containing(
                                        "/broken of plugin ill lacks the class shop.Library; it is the plugin's own")
                                .isEmpty());
            }
            for (int i = 0; i < 6; i++) {
                scene.ada().in(scene.guild()).runs("/stuck");
            }
            SandboxReply plugins =
                    scene.ada().in(scene.guild()).runs("/plugins").await();
            assertThat(plugins.content()).isEqualTo("2 of 2 plugins run.");
            assertThat(plugins.raw().toString()).contains("⚠️ ill").contains("/broken failed at ");
        }
    }
}
