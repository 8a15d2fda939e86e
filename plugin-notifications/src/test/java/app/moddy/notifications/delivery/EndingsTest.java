package app.moddy.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Search;
import app.moddy.bot.discord.Snowflake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndingsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Search IN_VAIN = new Search(Search.Outcome.NOT_FOUND, "", Duration.ZERO);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Endings endings =
            new Endings(new Backoff(clock, new Random(1)), NotificationSettings.defaults(), new Run("ours"), clock);

    @Test
    void whatAnotherRunSentMayStillArriveAfterASearchInVain() {
        Ending ending = endings.of(attempt(new Doubt(NOW.minusSeconds(2), "another")), IN_VAIN);
        assertThat(ending.dueAt()).isEqualTo(NOW);
        assertThat(ending.doubt()).isEqualTo(new Doubt(NOW, "ours"));
    }

    @Test
    void afterOurOwnDoubtAndASearchInVainNothingWasSent() {
        assertThat(endings.of(attempt(new Doubt(NOW.minusSeconds(130), "ours")), IN_VAIN)
                        .doubt())
                .isNull();
    }

    @Test
    void aSearchThatSettlesARefusalIsTheLast() {
        Doubt settling = new Doubt(NOW.minusSeconds(2), "another").toBeSearched();
        assertThat(endings.of(attempt(settling), IN_VAIN).doubt()).isNull();
    }

    private static Attempt attempt(@Nullable Doubt doubt) {
        StoredNotice notice = new StoredNotice("subscription_created", null, "{}", null, false);
        return new Attempt(7, 2, new Snowflake(500_000_000_000_000_000L), notice, NOW, NOW, NOW, doubt, false, 0);
    }
}
