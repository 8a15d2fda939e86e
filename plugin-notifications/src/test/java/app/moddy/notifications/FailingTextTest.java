package app.moddy.notifications;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.plugin.Plugins;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.TestJar;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxUser;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An action from a jar, whose text is sound with its samples and fails with what a caller sends. */
class FailingTextTest {
    private static final String SECRET_ITEM = "planted-item";

    /** Loops in loops over what a caller sends: with many items more text than can be. */
    private static final String TEMPLATE = """
            items_bought:
              colour: "#00ff00"
              title: You have bought something
              description: "{%% for a in items %%}{%% for b in items %%}{%% for c in items %%}{%% for d in items %%}%s\
            {%% endfor %%}{%% endfor %%}{%% endfor %%}{%% endfor %%}"
              samples: {hat: {metadata: {items: [a hat]}}}
            """.formatted("x".repeat(100));

    private final Scene scene = Scene.open();

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws Exception {
        TestJar.plugin("shop", """
                record Items(@org.jspecify.annotations.Nullable List<String> items) {}
                @Override protected void configure() { action(new UserAction<>("items_bought", Items.class)); }
                """).file("shop/templates/en-US.yml", TEMPLATE).write(folder.resolve("shop-1.0.jar"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static String request(SandboxUser user, int items) {
        String list = String.join(",", Collections.nCopies(items, '"' + SECRET_ITEM + '"'));
        return """
                {"discord_id": "%s", "action": "items_bought", "metadata": {"items": [%s], "locale": "fr"}}""".formatted(user.id(), list);
    }

    @Test
    void theUserIsToldThatThereIsNewsTheCallerIsWarnedAndTheLogHasItOnce() throws Exception {
        try (LogLines log = LogLines.of("app.moddy.bot.message.RegisteredTemplates");
                RunningBot bot = scene.bot().jars(folder).start()) {
            SandboxUser bob = scene.bob();
            assertThat(bot.backend().notify(request(bob, 1)).json().has("warnings"))
                    .isFalse();

            HttpRequest.Builder keyed = HttpRequest.newBuilder(bot.backend().uri("/internal/notify"))
                    .header("Authorization", "Bearer " + RunningBot.SECRET)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "one")
                    .POST(HttpRequest.BodyPublishers.ofString(request(bob, 20), StandardCharsets.UTF_8));
            Answer answer = bot.backend().send(keyed);
            assertThat(answer).hasStatus(200);
            assertThat(answer.json().path("outcome").asText()).isEqualTo("delivered");
            assertThat(answer.json().at("/warnings/0/field").asText()).isEqualTo("action");
            assertThat(answer.json().at("/warnings/0/message").asText())
                    .isEqualTo("its text failed; the user is told only that there is news about their account");
            SandboxEmbed news = bob.directMessages().get(1).embeds().get(0);
            assertThat(news.title()).isEqualTo("Il y a du nouveau sur votre compte");
            assertThat(news.footer())
                    .isEqualTo("Ref " + answer.json().path("notification_id").asText());
            assertThat(news.toString()).doesNotContain(SECRET_ITEM);

            assertThat(bot.backend().send(keyed).text()).isEqualTo(answer.text());
            assertThat(bot.backend().notify(request(bob, 21)).json().path("warnings"))
                    .hasSize(1);
            assertThat(log.containing("The text of action items_bought of plugin shop in en-US fails"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage()).doesNotContain(SECRET_ITEM))
                    .satisfies(line -> assertThat(line.getMDCPropertyMap())
                            .containsEntry("notification", answer.notificationId()));
            assertThat(scene.ada()
                            .in(scene.guild())
                            .runs("/plugins")
                            .await()
                            .raw()
                            .toString())
                    .contains("its text fails: items\\\\_bought in en-US");

            assertThat(bot.backend().notify(request(bob, 1)).json().has("warnings"))
                    .isFalse();
            assertThat(bot.service(Plugins.class).all())
                    .as("as soon as it works again")
                    .allMatch(plugin -> plugin.reason().isEmpty());
        }
    }

    @Test
    void itIsNoTroubleAnyMoreOnceStaffHavePutAnotherTextInItsPlace(@TempDir Path texts) throws Exception {
        try (RunningBot bot = scene.bot().jars(folder).templates(texts).start()) {
            Plugins plugins = bot.service(Plugins.class);
            assertThat(bot.backend().notify(request(scene.bob(), 20)).json().has("warnings"))
                    .isTrue();
            assertThat(plugins.all()).anyMatch(plugin -> plugin.reason().contains("its text fails"));

            Files.writeString(texts.resolve("en-US.yml"), "items_bought: {description: Thank you}\n");
            scene.awaitCommands("reload-templates");
            scene.ada().in(scene.guild()).runs("/reload-templates").await();
            assertThat(bot.backend().notify(request(scene.bob(), 20)).json().has("warnings"))
                    .isFalse();
            assertThat(plugins.all()).allMatch(plugin -> plugin.reason().isEmpty());
        }
    }

    @Test
    void aDryRunShowsThePlainNoticeAndWarns() throws Exception {
        try (RunningBot bot = scene.bot().jars(folder).start()) {
            Answer answer = bot.backend().post("/internal/notify?dry_run=true", request(scene.bob(), 20));
            assertThat(answer.json().at("/embed/title").asText()).isEqualTo("Il y a du nouveau sur votre compte");
            assertThat(answer.json().path("language").asText()).isEqualTo("fr");
            assertThat(answer.json().at("/warnings/0/field").asText()).isEqualTo("action");
        }
    }

    @Test
    void itIsNewsInTheInboxToo() throws Exception {
        SandboxUser bob = scene.bob();
        bob.closesDms();
        try (RunningBot bot = scene.bot().jars(folder).start()) {
            assertThat(bot.backend().notify(request(bob, 20)).json().path("warnings"))
                    .hasSize(1);
            scene.awaitCommands("inbox");
            assertThat(bob.in(scene.guild())
                            .runs("/inbox")
                            .await()
                            .embeds()
                            .get(0)
                            .title())
                    .isEqualTo("Il y a du nouveau sur votre compte");
        }
    }
}
