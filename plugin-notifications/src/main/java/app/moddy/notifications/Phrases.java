package app.moddy.notifications;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.Life;
import app.moddy.notifications.delivery.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** What the commands say, in one caller's language. */
record Phrases(Replies replies, DiscordLocale language) {
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    String say(String key) {
        return replies.say(language, key);
    }

    String say(String key, Map<String, ?> values) {
        return replies.say(language, key, values);
    }

    String outcome(Outcome outcome) {
        return say("outcome." + outcome.text());
    }

    /** Such as {@code 12 ✅ delivered}. */
    List<String> counts(Map<Outcome, Integer> byOutcome) {
        return byOutcome.entrySet().stream()
                .map(entry -> entry.getValue() + " " + outcome(entry.getKey()))
                .toList();
    }

    /** As a value for {@link #say}: shown as a mention that pings nobody. */
    static UserSnowflake user(Snowflake user) {
        return UserSnowflake.fromId(user.id());
    }

    /** One line for lists: what became of it, what it was about, when, under which ref. */
    String line(Life life) {
        return say(
                "list.notification",
                Map.of(
                        "outcome", outcome(life.standing().outcome()),
                        "action", life.standing().action(),
                        "ref", Long.toString(life.standing().id()),
                        "attempts", life.standing().attempts(),
                        "accepted", life.standing().acceptedAt(),
                        "test", life.test()));
    }

    /** The two largest units of it: {@code 3 d 4 h}, {@code 340 ms}. */
    String span(Duration duration) {
        long seconds = duration.toSeconds();
        if (duration.toMillis() < 1_000) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 60) {
            double exact = duration.toMillis() / 1_000.0;
            return String.format(Locale.forLanguageTag(language.getLocale()), "%.1f s", exact);
        }
        if (seconds < 3_600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds < SECONDS_A_DAY) {
            return two(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
        }
        return two(seconds / SECONDS_A_DAY, say("time.day"), seconds % SECONDS_A_DAY / 3_600, "h");
    }

    private static String two(long large, String unit, long small, String smallUnit) {
        String first = large + " " + unit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }
}
