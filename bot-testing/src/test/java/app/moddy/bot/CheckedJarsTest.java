package app.moddy.bot;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.TestJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./moddy check} says of plugins' jars and of their sections. */
class CheckedJarsTest {
    private static final String LENDING_ROUTE = """
            static final class Lending implements Route {
                @Override public Endpoint endpoint() { return Endpoint.get("/internal/lending"); }
                @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                    return CompletableFuture.completedStage(ApiResponse.ok(Map.of("n", %s)));
                }
            }
            @Override protected void configure() { route(Lending.class); }
            """;

    private static final String LIBRARY = """
            package org.library;
            public final class Library {
                public static int answer() { return Optional.ANSWER.hashCode(); }
            }
            class Optional { static final Object ANSWER = new Object(); }
            """;

    private static final String PRIZE = """
            record Prize(@jakarta.validation.constraints.NotBlank String prize, int winners) {}
            @Override protected void configure() { settings(Prize.class); }
            """;

    private final List<String> lines = new ArrayList<>();
    private String sections = "";

    @TempDir
    private Path folder;

    private int check() throws Exception {
        Path file = Files.writeString(folder.resolve("config.yml"), """
                discord: {token: MTEwMDAwMDAwMDAwMDAwMDAwMQ.no.such-token}
                http: {secrets: a-secret-of-the-tests-only}
                store: {folder: '%1$s/data'}
                messages: {templates_folder: '%1$s/templates'}
                plugins:
                  folder: '%1$s/plugins'
                %2$s
                """.formatted(folder, sections.indent(2)));
        return Check.of(Map.of("MODDY_CONFIG", file.toString()), lines::add);
    }

    private void write(String jar, TestJar content) throws Exception {
        content.write(Files.createDirectories(folder.resolve("plugins")).resolve(jar));
    }

    private static TestJar lending() {
        return TestJar.plugin("lending", LENDING_ROUTE.formatted("org.library.Library.answer()"))
                .source("org.library.Library", LIBRARY);
    }

    @Test
    void aJarWithAllThatItsCodeUsesIsWell() throws Exception {
        write("lending.jar", lending());
        assertThat(check()).isZero();
        assertThat(lines).contains("Plugins: lending (lending.jar)").endsWith("All is well.");
    }

    @Test
    void aLibraryThatIsNotPackedIsFoundBeforeACallerFindsIt() throws Exception {
        write("lending.jar", lending().without("org.library.Library").without("org.library.Optional"));
        assertThat(check()).isEqualTo(2);
        assertThat(lines)
                .endsWith(
                        "plugin lending (lending.jar): lacks the class org.library.Library (for"
                                + " shop.ShopPlugin$Lending); pack the library that has it into the plugin's jar",
                        "Faults: 1");
    }

    @Test
    void aClassOfThePluginsOwnThatIsNotThereIsNoLibrary() throws Exception {
        write(
                "lending.jar",
                TestJar.plugin("lending", LENDING_ROUTE.formatted("shop.stock.Shelf.SIZE.get(0)"))
                        .source(
                                "shop.stock.Shelf",
                                "package shop.stock; public class Shelf { public static java.util.List<Integer> SIZE; }")
                        .without("shop.stock.Shelf"));
        assertThat(check()).isEqualTo(2);
        assertThat(lines)
                .endsWith(
                        "plugin lending (lending.jar): lacks the class shop.stock.Shelf (for shop.ShopPlugin$Lending); it"
                                + " is the plugin's own, so the jar was not built as a whole: build it again",
                        "Faults: 1");
    }

    @Test
    void aNestedClassThatIsAskedForIsMissed() throws Exception {
        write(
                "lending.jar",
                TestJar.plugin(
                                "lending",
                                LENDING_ROUTE.formatted("(Object) request instanceof org.library.Shelf.Board"))
                        .source(
                                "org.library.Shelf",
                                "package org.library; public class Shelf { public static class Board {} }")
                        .without("org.library.Shelf")
                        .without("org.library.Shelf$Board"));
        assertThat(check()).isEqualTo(2);
        assertThat(lines).anyMatch(line -> line.contains("org.library.Shelf$Board"));
    }

    @Test
    void whatALibraryOrAnAnnotationWouldLikeToHaveIsNotMissed() throws Exception {
        write(
                "lending.jar",
                TestJar.plugin(
                                "lending",
                                "@org.marks.Marks.Nested " + LENDING_ROUTE.formatted("org.library.Library.answer()"))
                        .source("org.library.Library", LIBRARY)
                        .without("org.library.Optional")
                        .source(
                                "org.marks.Marks",
                                "package org.marks; public class Marks { public @interface Nested {} }")
                        .without("org.marks.Marks")
                        .without("org.marks.Marks$Nested"));
        assertThat(check()).isZero();
        assertThat(lines).endsWith("All is well.");
    }

    @Test
    void aSectionThatNoPluginHasIsAWarning() throws Exception {
        write("lending.jar", lending());
        sections = "landing: {days: 3}\ndisabled: [lendign]";
        assertThat(check()).isZero();
        assertThat(lines)
                .endsWith(
                        "Warning, no fault: plugins.disabled names 'lendign', and there is no such plugin; found: [lending]",
                        "Warning, no fault: plugins.landing is configured, and there is no such plugin; found: [lending]",
                        "All is well, but for the warnings: 2");
    }

    @Test
    void eachSettingThatIsMissingIsOneFaultWithTheFileToWriteItInto() throws Exception {
        write("prize.jar", TestJar.plugin("prize", PRIZE));
        assertThat(check()).isEqualTo(2);
        String in = " (in " + folder.resolve("config.yml") + ")";
        assertThat(lines)
                .endsWith(
                        "plugin prize (prize.jar): plugins.prize.winners: is missing" + in,
                        "plugin prize (prize.jar): plugins.prize.prize: is missing" + in,
                        "Faults: 2");
    }

    @Test
    void eachFaultOfAPluginsTextsIsOneFault() throws Exception {
        write(
                "shop.jar",
                TestJar.plugin("shop", """
                        record Bought(@org.jspecify.annotations.Nullable String what) {}
                        @Override protected void configure() { action(new UserAction<>("bought", Bought.class)); }
                        """)
                        .file("shop/templates/en-US.yml", """
                        bought: {colour: "#00ff00", title: "You bought {{ waht }}", samples: {hat: {metadata: {what: a hat}}}}
                        """)
                        .file("shop/templates/fr.yml", "bought: {title: Achat, titre: Achat}\n"));
        assertThat(check()).isEqualTo(2);
        assertThat(lines)
                .filteredOn(line -> line.contains("templates/en-US.yml:1: bought.title"))
                .hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("templates/fr.yml:1: bought.titre"))
                .hasSize(1);
        assertThat(lines).endsWith("Faults: 2");
    }

    @Test
    void aBrokenJarThatIsRequiredIsOneFault() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve("plugins")).resolve("shop.jar"), "broken");
        sections = "required: [shop]\nshop: {}";
        assertThat(check()).isEqualTo(2);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("plugin shop.jar: is no jar"))
                .endsWith("Faults: 1");
    }

    @Test
    void ofWhatThrowsTheStackIsShown() throws Exception {
        write("shop.jar", TestJar.plugin("shop", """
                @Override protected void configure() { throw new IllegalStateException("planted"); }
                """));
        assertThat(check()).isEqualTo(2);
        assertThat(String.join("\n", lines))
                .containsOnlyOnce("planted")
                .contains("shop.ShopPlugin.configure(ShopPlugin.java:")
                .endsWith("Faults: 1");
    }
}
