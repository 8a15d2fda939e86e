package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.StartException;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.TestJar;
import app.moddy.bot.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that are installed as jars. */
class PluginJarTest {
    private static final String PRICE = """
            record Price(long amountMinor) {}
            static final class PriceRoute implements Route {
                private final Price price;
                @Inject PriceRoute(Price price) { this.price = price; }
                @Override public Endpoint endpoint() { return Endpoint.get("/internal/price"); }
                @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                    return CompletableFuture.completedStage(ApiResponse.ok(Map.of("price", price.amountMinor())));
                }
            }
            """;

    private final Scene scene = Scene.open();
    private final Window witness = new Window("witness");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        scene.close();
    }

    private RunningBot.Builder bot() {
        return scene.bot().jars(folder).plugins(witness);
    }

    private PluginStatus status(String name) {
        return witness.get(Plugins.class).all().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void write(String jar, TestJar content) throws Exception {
        content.write(folder.resolve(jar));
    }

    @Test
    void aJarBringsAllThatAPluginMayBring() throws Exception {
        write(
                "shop-1.0.jar",
                TestJar.plugin("shop", PRICE + """
                record Bought(@org.jspecify.annotations.Nullable String what) {}
                static final class BuyCommand implements SlashCommand {
                    private final MessageTemplates templates;
                    private final Replies replies;
                    private final app.moddy.bot.store.Store store;
                    @Inject BuyCommand(MessageTemplates templates, Replies replies, app.moddy.bot.store.Store store) {
                        this.templates = templates; this.replies = replies; this.store = store;
                    }
                    @Override public SlashCommandData data() { return Commands.slash("buy", "Buys"); }
                    @Override public CommandRules rules() { return CommandRules.everyone(); }
                    @Override public CompletionStage<Reply> handle(CommandCall call) {
                        String title = templates.render(templates.notice("bought", null, Map.of("what", "a hat")), "r")
                            .embed().getTitle();
                        return store.write(sql -> sql.update("INSERT INTO shop_sale (id) VALUES (?)", 1))
                            .thenApply(rows -> Reply.text(title + replies.say(call.language(), "buy.done", Map.of("n", rows))));
                    }
                }
                @Override protected void configure() {
                    settings(Price.class);
                    migrations();
                    action(new UserAction<>("bought", Bought.class));
                    route(PriceRoute.class);
                    command(BuyCommand.class);
                }
                """)
                        .file("shop/migrations/V1__sale.sql", "CREATE TABLE shop_sale (id BIGINT PRIMARY KEY);")
                        .file("shop/templates/en-US.yml", """
                        bought: {colour: "#00ff00", title: "You bought {{ what }}", samples: {hat: {metadata: {what: a hat}}}}
                        _commands: {buy: {replies: {done: "({{ n }} sold)"}}}
                        """));
        try (RunningBot bot = bot().section("shop", "{amount_minor: 990}").start()) {
            assertThat(bot.backend().get("/internal/price").text()).isEqualTo("{\"price\":990}");
            scene.awaitCommands("buy");
            assertThat(scene.bob().in(scene.guild()).runs("/buy").await().content())
                    .isEqualTo("You bought a hat(1 sold)");
            assertThat(status("shop"))
                    .isEqualTo(new PluginStatus("shop", "shop-1.0.jar", PluginState.RUNNING, "", false));
        }
    }

    @Test
    void eachFileThatIsNoPluginIsNamedWithWhatToDo() throws Exception {
        TestJar whole = TestJar.plugin("whole", "");
        byte[] bytes = Files.readAllBytes(whole.write(folder.resolve("whole.jar")));
        Files.writeString(folder.resolve("garbage.jar"), "<html>404 Not Found</html>");
        Files.write(folder.resolve("truncated.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.createFile(folder.resolve("empty.jar"));
        Files.createDirectory(folder.resolve("folder.jar"));
        Files.writeString(folder.resolve("readme.txt"), "is of no matter");
        write("library.jar", TestJar.empty().file("a.txt", "a"));
        write("nothing.jar", TestJar.empty().services("# nobody\n"));
        write("misspelt.jar", TestJar.plugin("misspelt", "").services("shop.Shoplugin"));
        write(
                "other.jar",
                TestJar.plugin("other", "public static final class Other {}").services("shop.ShopPlugin$Other"));
        write("newer.jar", TestJar.plugin("newer", "").builtFor(25));
        try (RunningBot bot = bot().start()) {
            assertThat(bot.wasRefused()).isFalse();
            Map<String, String> reasons = Map.of(
                    "garbage.jar", "is no jar, or not all of it",
                    "truncated.jar", "is no jar, or not all of it",
                    "empty.jar", "is no jar, or not all of it",
                    "folder.jar", "is a folder; put the plugin's jar itself into the plugins folder",
                    "library.jar", "has no services file, so it is no plugin",
                    "nothing.jar", "its services file names no class",
                    "misspelt.jar", "its services file names a class that is not there",
                    "other.jar", "its services file names something that is no plugin",
                    "newer.jar", "was built for Java 25, and the bot runs on Java ");
            reasons.forEach((jar, reason) -> assertThat(status(jar).reason()).startsWith(reason));
            assertThat(status("whole").state()).isEqualTo(PluginState.RUNNING);
            assertThat(status("witness").state()).isEqualTo(PluginState.RUNNING);
        }
    }

    @Test
    void theCopyOfAPluginThatIsThereAlreadyIsRefusedAndBothAreNamed() throws Exception {
        write("witness-2.jar", TestJar.plugin("witness", ""));
        write("shop-1.jar", TestJar.plugin("shop", ""));
        write("shop-2.jar", TestJar.plugin("shop", ""));
        try (RunningBot bot = bot().requires("witness", "shop").start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(witness.get(Plugins.class).all())
                    .containsExactlyInAnyOrder(
                            new PluginStatus("witness", "", PluginState.RUNNING, "", true),
                            new PluginStatus(
                                    "witness",
                                    "witness-2.jar",
                                    PluginState.FAILED,
                                    "there is a plugin of this name already: it comes with the bot; remove witness-2.jar",
                                    false),
                            new PluginStatus("shop", "shop-1.jar", PluginState.RUNNING, "", true),
                            new PluginStatus(
                                    "shop",
                                    "shop-2.jar",
                                    PluginState.FAILED,
                                    "there is a plugin of this name already: it is in shop-1.jar; keep one of the two",
                                    false));
        }
    }

    @Test
    void whatTwoJarsBothBringBelongsToTheFirstAndBothAreNamed() throws Exception {
        String brings = """
                static final class PayCommand implements SlashCommand {
                    @Override public SlashCommandData data() { return Commands.slash("pay", "Pays"); }
                    @Override public CommandRules rules() { return CommandRules.staff(); }
                    @Override public CompletionStage<Reply> handle(CommandCall call) {
                        return CompletableFuture.completedStage(Reply.text("paid"));
                    }
                }
                record Paid() {}
                @Override protected void configure() {
                    %s
                }
                """;
        String template = "paid: {colour: \"#00ff00\", title: Paid, samples: {one: {}}}";
        String action = "action(new UserAction<>(\"paid\", Paid.class));";
        write(
                "a.jar",
                TestJar.plugin("a", brings.formatted("command(PayCommand.class);" + action))
                        .file("shop/templates/en-US.yml", template));
        write("b.jar", TestJar.plugin("b", brings.formatted("command(PayCommand.class);")));
        write("c.jar", TestJar.plugin("c", brings.formatted(action)).file("shop/templates/en-US.yml", template));
        try (RunningBot bot = bot().start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(status("a").state()).isEqualTo(PluginState.RUNNING);
            assertThat(status("b").reason()).isEqualTo("brings the command /pay of plugin a (a.jar) again");
            assertThat(status("c").reason()).contains("plugin 'a' and plugin 'c' both have this action");
        }
    }

    @Test
    void aRouteBelongsToTheFirstJarAndIsRefusedToTheSecondAndToOneThatHasItTwice() throws Exception {
        String ping = """
                static final class %1$s implements Route {
                    @Override public Endpoint endpoint() { return Endpoint.get("/internal/%2$s"); }
                    @Override public CompletionStage<ApiResponse> handle(ApiRequest request) {
                        return CompletableFuture.completedStage(ApiResponse.ok(Map.of("by", "%1$s")));
                    }
                }
                """;
        write(
                "a.jar",
                TestJar.plugin(
                        "a",
                        ping.formatted("First", "ping")
                                + "@Override protected void configure() { route(First.class); }"));
        write(
                "b.jar",
                TestJar.plugin(
                        "b",
                        ping.formatted("Other", "ping")
                                + "@Override protected void configure() { route(Other.class); }"));
        write(
                "c.jar",
                TestJar.plugin(
                        "c",
                        ping.formatted("One", "pong")
                                + ping.formatted("Two", "pong")
                                + "@Override protected void configure() { route(One.class); route(Two.class); }"));
        try (RunningBot bot = bot().start()) {
            assertThat(bot.backend().get("/internal/ping").text()).isEqualTo("{\"by\":\"First\"}");
            assertThat(bot.backend().get("/internal/pong").status()).isEqualTo(404);
            assertThat(status("b").reason()).isEqualTo("brings the route GET /internal/ping of plugin a (a.jar) again");
            assertThat(status("c").reason()).isEqualTo("brings the route GET /internal/pong twice");
            assertThat(status("witness").state()).isEqualTo(PluginState.RUNNING);
        }
    }

    @Test
    void whatIsSwitchedOffIsNotIllEvenWhenItIsThereTwice() throws Exception {
        write("shop-1.jar", TestJar.plugin("shop", ""));
        write("shop-2.jar", TestJar.plugin("shop", ""));
        try (RunningBot bot = bot().disables("shop").start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(witness.get(Plugins.class).all())
                    .filteredOn(status -> status.name().equals("shop"))
                    .extracting(PluginStatus::state)
                    .containsExactly(PluginState.DISABLED, PluginState.DISABLED);
        }
    }

    @Test
    void aWrongSectionFailsTheJarThatItIsForAndARequiredOneEndsTheStart() throws Exception {
        write("shop.jar", TestJar.plugin("shop", PRICE + """
                @Override protected void configure() { settings(Price.class); }
                """));
        try (RunningBot bot = bot().section("shop", "{amount_minor: much}").start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(status("shop").reason()).startsWith("plugins.shop.amount_minor: ");
            assertThat(status("witness").state()).isEqualTo(PluginState.RUNNING);
        }
        assertThatThrownBy(() -> bot().section("shop", "{amount_minor: much}")
                        .requires("shop")
                        .start())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("A required plugin does not run: shop: plugins.shop.amount_minor: ");
    }

    @Test
    void aRequiredPluginWhoseJarIsBrokenIsMissingAndTheJarIsNamed() throws Exception {
        Files.writeString(folder.resolve("shop-1.0.jar"), "broken");
        assertThatThrownBy(() -> bot().requires("shop").start())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("shop: there is no such plugin; found: [witness]; not loaded: [shop-1.0.jar]");
    }

    @Test
    void aFolderThatIsNoneIsToldAndTheRestRun() throws Exception {
        Path file = Files.writeString(folder.resolve("plugins"), "");
        try (RunningBot bot = scene.bot().jars(file).plugins(witness).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(status("(plugins folder)").reason()).endsWith("plugins is no folder");
        }
        try (RunningBot bot =
                scene.bot().jars(folder.resolve("absent")).plugins(witness).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(witness.get(Plugins.class).all()).hasSize(1);
        }
    }
}
