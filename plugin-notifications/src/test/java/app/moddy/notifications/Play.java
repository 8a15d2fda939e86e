package app.moddy.notifications;

import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.testing.BotData;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxRoute;
import app.moddy.sandbox.SandboxUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A scene, and in it a bot whose time the test moves, whose data outlives it, and which a backend uses. For one thread. */
final class Play implements AutoCloseable {
    static final String OPEN = "POST /users/@me/channels";
    static final String SEND = "POST /channels/{channel_id}/messages";
    static final String LOOK = "GET /channels/{channel_id}/messages";

    private static final Duration A_SHORT_STEP = Duration.ofMillis(100);

    /** What a bot has beyond the usual. */
    interface Setup {
        RunningBot.Builder of(RunningBot.Builder bot) throws Exception;
    }

    private final AtomicInteger users = new AtomicInteger();
    private final Scene scene = Scene.open();
    private final BotData data = BotData.temporary();
    private final Optional<PostgresDatabase> postgres;
    private final MovableTime time;
    private @Nullable RunningBot bot;

    /** One whose bot is not started yet. */
    Play(MovableTime time) {
        this(time, PostgresDatabase.ifWished());
    }

    /** One whose bot keeps what it has there, if it is given; the database ends with the play. */
    Play(MovableTime time, Optional<PostgresDatabase> postgres) {
        this.time = time;
        this.postgres = postgres;
    }

    /** A bot as usual, at once. */
    static Play started() throws Exception {
        return new Play(MovableTime.flowing()).start(bot -> bot);
    }

    /** Starts the bot, again when it was stopped, and waits until it can send messages. */
    Play start(Setup setup) throws Exception {
        bot = builder(setup).start();
        return this;
    }

    /** Starts it with a Discord to which it can not connect, for longer than a login takes. */
    Play startDisconnected(Setup setup) throws Exception {
        bot = builder(setup).startWithoutWaiting();
        time.advance(Duration.ofSeconds(6));
        return this;
    }

    private RunningBot.Builder builder(Setup setup) throws Exception {
        String url = postgres.map(PostgresDatabase::url).orElse("");
        return setup.of(
                scene.bot().data(data.folder()).environment("DATABASE_URL", url).replacing(time));
    }

    /** Stops the bot gracefully. */
    void stop() {
        if (bot != null) {
            bot.close();
            bot = null;
        }
    }

    RunningBot bot() {
        return Objects.requireNonNull(bot, "not started");
    }

    NotifyBackend backend() {
        return new NotifyBackend(bot());
    }

    Scene scene() {
        return scene;
    }

    DiscordSandbox discord() {
        return scene.discord();
    }

    SandboxRoute on(String route) {
        return discord().on(route);
    }

    MovableTime time() {
        return time;
    }

    KeptData kept() {
        return new KeptData(data.folder(), postgres);
    }

    /** Time passes, but while an attempt is under way, until the notification has this outcome. */
    void until(String id, String outcome) {
        until(id, outcome, A_SHORT_STEP);
    }

    /** The same, in longer steps. */
    void until(String id, String outcome, Duration step) {
        Eventually.isTrue(outcome, () -> {
            JsonNode standing = backend().standing(id);
            time.advance(pause(standing.path("next_attempt_at"), step));
            return standing.path("outcome").asText().equals(outcome);
        });
    }

    /** One that is due is perhaps beginning just now: a long step would take the time away in which it may be sent. */
    private Duration pause(JsonNode next, Duration step) {
        if (next.isNull()) {
            return Duration.ZERO;
        }
        boolean isDue = next.isTextual() && !Instant.parse(next.asText()).isAfter(time.now());
        return isDue && step.compareTo(A_SHORT_STEP) > 0 ? A_SHORT_STEP : step;
    }

    /** Waits until there is a notification of this user, the only one; gives its id. */
    String awaitRecorded(SandboxUser user) {
        String query = "SELECT id FROM notification WHERE user_id = " + user.id();
        Eventually.isTrue("recorded", () -> !kept().rows(query).isEmpty());
        return kept().value(query);
    }

    /** Waits until the only notification of this user waits for its next attempt, after so many; gives its id. */
    String awaitWaiting(SandboxUser user, int attempts) {
        String query = "SELECT id FROM notification WHERE user_id = " + user.id() + " AND outcome = 'pending'"
                + " AND lease_owner IS NULL AND attempts = " + attempts;
        Eventually.isTrue(attempts + " attempts", () -> !kept().rows(query).isEmpty());
        return kept().value(query);
    }

    /** A member of the guild whom nobody has written to. */
    SandboxUser someone() {
        return discord().user("user" + users.incrementAndGet()).joins(scene.guild());
    }

    @Override
    public void close() {
        stop();
        time.close();
        scene.close();
        data.close();
        postgres.ifPresent(PostgresDatabase::close);
    }
}
