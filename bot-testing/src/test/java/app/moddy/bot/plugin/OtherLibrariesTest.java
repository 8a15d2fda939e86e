package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.TestJar;
import app.moddy.bot.testing.Window;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar with libraries that core has too, in other versions, and one that wants core's. */
class OtherLibrariesTest {
    private static final Path LIBRARIES = Path.of("target", "other-libraries");

    @TempDir
    private Path folder;

    private static TestJar route(String name, String answer) {
        return TestJar.plugin(name, """
                static final class Answer implements Route {
                    @Override public Endpoint endpoint() { return Endpoint.get("/internal/%s"); }
                    @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                        try {
                            return CompletableFuture.completedStage(ApiResponse.ok(%s));
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
                @Override protected void configure() { route(Answer.class); }
                """.formatted(name, answer));
    }

    @Test
    void eachSideUsesItsOwnAndNeitherDisturbsTheOther() throws Exception {
        String answer = """
                new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules().readValue(
                        "{\\"jackson\\":\\"" + com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION + "\\"}", Map.class)
                """;
        route("own", answer)
                .library(LIBRARIES.resolve("jackson-core.jar"))
                .library(LIBRARIES.resolve("jackson-databind.jar"))
                .write(folder.resolve("own.jar"));
        route(
                        "guava",
                        "Map.of(\"from\", com.google.common.collect.ImmutableList.of(1).getClass()"
                                + ".getProtectionDomain().getCodeSource().getLocation().getPath())")
                .library(LIBRARIES.resolve("guava.jar"))
                .write(folder.resolve("guava.jar"));
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().jars(folder).plugins().start()) {
            assertThat(bot.backend().get("/internal/own").text()).isEqualTo("{\"jackson\":\"2.13.5\"}");
            assertThat(bot.backend().get("/internal/guava").json().path("from").asText())
                    .endsWith("/guava.jar")
                    .contains(folder.toString());
            assertThat(PackageVersion.VERSION.toString()).isNotEqualTo("2.13.5");
            assertThat(ImmutableList.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .doesNotContain(folder.toString());
        }
    }

    @Test
    void aLibraryThatIsUsedOnlyWhenARouteIsCalledIsToBePacked() throws Exception {
        route("late", "new com.fasterxml.jackson.databind.ObjectMapper().readValue(\"{}\", Map.class)")
                .write(folder.resolve("late.jar"));
        try (LogLines log = LogLines.of(PluginThreads.class);
                Scene scene = Scene.open();
                RunningBot bot = scene.bot().jars(folder).plugins().start()) {
            assertThat(bot.backend().get("/internal/late").status()).isEqualTo(500);
            assertThat(log.containing("GET /internal/late of plugin late lacks the class"
                            + " com.fasterxml.jackson.databind.ObjectMapper; pack the library that has it"))
                    .hasSize(1);
        }
    }

    @Test
    void oneThatUsesALibraryOfCoresWithoutBringingItIsToldWhichClassItLacks() throws Exception {
        TestJar.plugin("lender", """
                @Override public void start(Injector own) {
                    new com.fasterxml.jackson.databind.ObjectMapper();
                }
                """).write(folder.resolve("lender.jar"));
        Window witness = new Window("witness");
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().jars(folder).plugins(witness).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(witness.get(Plugins.class).all())
                    .filteredOn(status -> status.name().equals("lender"))
                    .extracting(PluginStatus::reason)
                    .containsExactly("lacks a class; the log says which");
        }
    }
}
