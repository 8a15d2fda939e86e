package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static app.moddy.notifications.Play.OPEN;
import static app.moddy.notifications.Play.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.MigrateStore;
import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.store.Relay;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A bot that has worked on SQLite, {@code moddy migrate-store}, and a bot that goes on with PostgreSQL. */
@Execution(ExecutionMode.CONCURRENT)
class MigratedStoreTest {
    private final PostgresDatabase database = PostgresDatabase.create();
    private final Scene scene = Scene.open();
    private final SandboxUser known = scene.discord().user("known").joins(scene.guild());
    private final SandboxUser closed =
            scene.discord().user("closed").joins(scene.guild()).closesDms();
    private final SandboxUser waiting = scene.discord().user("waiting").joins(scene.guild());
    private String delivered;
    private String pending;

    @TempDir
    private Path folder;

    @BeforeEach
    void workOnSqlite() throws Exception {
        try (RunningBot bot = scene.bot().data(data()).start()) {
            scene.awaitCommands("language", "inbox");
            known.in(scene.guild()).runs("/language", Map.of("language", "fr")).await();
            NotifyBackend backend = new NotifyBackend(bot);
            delivered = expect(backend.notify(body(known), "key-1"), 200, "delivered");
            expect(backend.notify(closed), 200, "dm_closed");
            scene.discord().on(SEND).failAlways(SandboxFault.error(403, 20016, "slow mode: ten seconds"));
            pending = expect(backend.notify(body(waiting), "key-2"), 202, "pending");
        }
        scene.discord().on(SEND).heal();
    }

    @AfterEach
    void end() {
        scene.close();
        database.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private KeptData moved() {
        return new KeptData(folder, Optional.of(database));
    }

    private String url() {
        return database.url() + "&password=planted-password";
    }

    /** What the program has printed, and its exit code. */
    private record Ended(int code, String output) {}

    private Ended migrate() throws IOException, InterruptedException {
        Process running = started(url());
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(running.waitFor(), output);
    }

    private Process started(String url) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder program = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), MigrateStore.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        program.environment().putAll(Map.of("MODDY_DATA", data().toString(), "DATABASE_URL", url));
        return program.start();
    }

    private RunningBot onPostgres() throws Exception {
        RunningBot bot = scene.bot().environment("DATABASE_URL", url()).start();
        scene.awaitCommands("language", "inbox");
        return bot;
    }

    private void expectOnlyWhatMayBeTold(Ended ended) {
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(ended.output())
                .contains("notification: 3 rows\n", "notification_attempt: 3 rows\n", "user_language: 1 rows\n")
                .contains("All of it is in PostgreSQL at " + database.place())
                .contains("Next: start the bot with this DATABASE_URL.")
                .doesNotContain("planted", "key-1", known.id());
    }

    private static void expectRefusal(Ended again) {
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.output())
                .contains(" has rows already, in dm_channel, notification, notification_attempt, user_language:")
                .doesNotContain("planted", "key-1");
    }

    private static void expectReplay(Answer answer, String id) {
        assertThat(answer.notificationId()).isEqualTo(id);
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void theBotGoesOnAsIfNothingHadBeen() throws Exception {
        byte[] before = Files.readAllBytes(data().resolve("moddy.db"));
        expectOnlyWhatMayBeTold(migrate());
        assertThat(Files.readAllBytes(data().resolve("moddy.db"))).isEqualTo(before);
        expectRefusal(migrate());
        try (RunningBot bot = onPostgres()) {
            NotifyBackend backend = new NotifyBackend(bot);
            backend.awaitOutcome(pending, "delivered");
            expectReplay(backend.notify(body(known), "key-1"), delivered);
            expectReplay(backend.notify(body(waiting), "key-2"), pending);
            assertThat(waiting.directMessages()).hasSize(1);
            assertThat(known.directMessages()).hasSize(1);

            assertThat(closed.in(scene.guild()).runs("/inbox").await().embeds()).hasSize(1);
            int opened = scene.discord().calls(OPEN).size();
            expect(backend.notify(known), 200, "delivered");
            assertThat(known.directMessages().get(1).embeds().get(0).title()).isEqualTo("🔄 Abonnement mis à jour");
            assertThat(scene.discord().calls(OPEN))
                    .as("of a channel that is known")
                    .hasSize(opened);
        }
    }

    /** By SIGKILL, when the tables were made and the first rows were to be copied. */
    @Test
    void afterItWasKilledOnTheWayTheNextTryMovesAll() throws Exception {
        try (Relay network = Relay.to(database)) {
            network.hangAt("INSERT INTO \"dm_channel\"");
            Process running = started(network.url(database));
            network.awaitHanging();
            assertThat(running.destroyForcibly().waitFor()).isNotZero();
        }
        assertThat(moved().value("SELECT count(*) FROM notification")).isEqualTo("0");
        expectOnlyWhatMayBeTold(migrate());
    }

    /** The bot was killed while it sent; its lease would last for an hour more. */
    @Test
    void whatWasUnderWayIsLookedForAndSentAtOnce() throws Exception {
        new KeptData(data())
                .update("UPDATE notification SET lease_owner = 'gone', doubt_owner = 'gone', doubt_at = accepted_at,"
                        + " due_at = accepted_at + " + Duration.ofHours(1).toMillis() + " WHERE id = " + pending);
        assertThat(migrate().code()).isZero();
        assertThat(moved().value("SELECT doubt_owner FROM notification WHERE id = " + pending))
                .isEqualTo("gone");
        int searches = scene.discord().calls(Play.LOOK).size();
        try (RunningBot bot = onPostgres()) {
            new NotifyBackend(bot).awaitOutcome(pending, "delivered");
        }
        assertThat(waiting.directMessages()).hasSize(1);
        assertThat(scene.discord().calls(Play.LOOK)).hasSizeGreaterThan(searches);
    }
}
