package app.moddy.bot.discord;

import static app.moddy.bot.discord.MessengerScene.now;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Traffic.Scope;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two instances tell each other of Discord's limits, whatever a clock said. */
class SharedPausesTest {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SLACK = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private MessengerScene scene;
    private Pauses pauses;
    private SharedPauses shared;

    @BeforeEach
    void open() throws Exception {
        scene = new MessengerScene(folder);
        pauses = new Pauses(scene.clock);
        shared = new SharedPauses(scene.prompt, pauses);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void write(Duration pause) {
        now(scene.prompt.write(sql -> sql.update(
                "INSERT INTO discord_pause (scope, ends_at) VALUES ('EVERYTHING', "
                        + sql.dialect().now() + " + ?)",
                pause.toMillis())));
    }

    private Duration written() {
        return Duration.ofMillis(now(scene.prompt.read(sql -> sql.first(
                        "SELECT ends_at - " + sql.dialect().now() + " FROM discord_pause", row -> row.getLong(1))
                .orElseThrow())));
    }

    @Test
    void whatOneHasMetHoldsForTheOther() {
        new SharedPauses(scene.prompt, new Pauses(scene.clock)).tell(Scope.OPENING, Duration.ofMinutes(7));
        shared.look();
        assertThat(pauses.left(Scope.OPENING)).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7));
        assertThat(pauses.left(Scope.EVERYTHING)).isZero();
    }

    @Test
    void noneIsWrittenThatDiscordCanNotSay() {
        shared.tell(Scope.EVERYTHING, Duration.ofDays(3_000));
        assertThat(written()).isBetween(LONGEST.minus(SLACK), LONGEST);
    }

    @Test
    void oneThatAWrongClockHasLeftIsNoLongerThanDiscordCanSay() {
        write(Duration.ofDays(3_000));
        shared.look();
        assertThat(pauses.left(Scope.EVERYTHING)).isBetween(LONGEST.minus(SLACK), LONGEST);
    }

    /** Else it would begin anew with each look, for years. */
    @Test
    void andItIsMended() {
        write(Duration.ofDays(3_000));
        shared.look();
        assertThat(written()).isBetween(LONGEST.minus(SLACK), LONGEST);
    }

    @Test
    void theNextOneThatIsToldMendsItToo() {
        write(Duration.ofDays(3_000));
        shared.tell(Scope.EVERYTHING, Duration.ofMinutes(1));
        assertThat(written()).isBetween(LONGEST.minus(SLACK), LONGEST);
    }
}
