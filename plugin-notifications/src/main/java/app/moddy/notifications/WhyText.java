package app.moddy.notifications;

import app.moddy.bot.discord.Outlook;
import app.moddy.bot.discord.Reach;
import app.moddy.bot.discord.Snowflake;
import app.moddy.notifications.delivery.Life;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a notification would reach a user now, in sentences: first what would become of it, then what is known.
 *
 * @param user the user
 * @param outlook what Discord and the bot's state say
 * @param kept what is kept of earlier notifications
 */
record WhyText(Snowflake user, Outlook outlook, Kept kept, Phrases phrases) {
    /** A turn that comes sooner is as good as at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    /**
     * What is kept of a user's notifications.
     *
     * @param pending how many are pending
     * @param oldest the oldest of those
     * @param latest the latest finished or pending one; empty: there never was one
     */
    record Kept(long pending, List<Life> oldest, List<Life> latest) {
        Kept withLatest(List<Life> one) {
            return new Kept(pending, oldest, one);
        }
    }

    String say() {
        List<String> lines = new ArrayList<>();
        lines.add(phrases.say("notify-why.head", Map.of("user", Phrases.user(user))));
        lines.addAll(verdict());
        lines.add("");
        lines.add(
                phrases.say("notify-why.guild_" + outlook.acquaintance().name().toLowerCase(Locale.ROOT)));
        lines.add(phrases.say(outlook.reach() == Reach.KNOWN ? "notify-why.reach_known" : "notify-why.reach_new"));
        if (kept.latest().isEmpty()) {
            lines.add(phrases.say("notify-why.latest_none"));
        } else if (!kept.oldest().containsAll(kept.latest())) { // else it stands below
            lines.add(phrases.say("notify-why.latest"));
            kept.latest().forEach(life -> lines.add(phrases.line(life)));
        }
        if (kept.pending() > 0) {
            lines.add(phrases.say("notify-why.pending", Map.of("count", kept.pending())));
            kept.oldest().forEach(life -> lines.add(phrases.line(life)));
        }
        return String.join("\n", lines);
    }

    /** What would become of it; what hides the rest comes first. */
    private List<String> verdict() {
        return switch (outlook.acquaintance()) {
            case BOT -> List.of(phrases.say("notify-why.bot"));
            case SHARES_NONE -> List.of(phrases.say("notify-why.no_guild"));
            case SHARES_A_GUILD -> closedOrHeld("notify-why.likely");
            case NOT_KNOWN -> closedOrHeld("notify-why.if_shared");
        };
    }

    /** @param open what to say when nothing else stands in the way */
    private List<String> closedOrHeld(String open) {
        Instant closedUntil = outlook.closedUntil();
        if (closedUntil != null) {
            return List.of(phrases.say("notify-why.closed", Map.of("until", closedUntil)));
        }
        List<String> held = held();
        return held.isEmpty() ? List.of(phrases.say(open)) : held;
    }

    /** What would keep it waiting. */
    private List<String> held() {
        List<String> held = new ArrayList<>();
        if (!outlook.connected()) {
            held.add(phrases.say("notify-why.not_connected"));
        } else if (!outlook.restWorks()) {
            held.add(phrases.say("notify-why.rest_down"));
        }
        held.addAll(AlarmPhrases.of(outlook.alarms(), phrases));
        Instant pausedUntil = outlook.pausedUntil();
        if (pausedUntil != null) {
            held.add(phrases.say("notify-why.paused", Map.of("until", pausedUntil)));
        }
        if (held.isEmpty() && outlook.expectedWait().compareTo(AT_ONCE) > 0) {
            held.add(phrases.say("notify-why.queue", Map.of("wait", phrases.span(outlook.expectedWait()))));
        }
        if (!held.isEmpty()) {
            held.add(phrases.say("notify-why.kept"));
        }
        return held;
    }
}
