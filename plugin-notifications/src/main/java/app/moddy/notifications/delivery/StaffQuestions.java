package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks staff about messages of which nobody can say whether they arrived: the first at once, then once a minute about all that
 * came since, so that an outage does not drown the channel. Thread-safe.
 */
final class StaffQuestions {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_NAMED = 10;

    private final StaffChannel channel;
    private final Timer timer;
    private final List<String> waiting = new ArrayList<>();
    private int unnamed;
    private boolean pausing;

    @Inject
    StaffQuestions(StaffChannel channel, Timer timer) {
        this.channel = channel;
        this.timer = timer;
    }

    synchronized void ask(String ref, Snowflake user, String action) {
        if (waiting.size() < MOST_NAMED) {
            waiting.add("`" + ref + "` (`" + action + "`) for <@" + user + ">");
        } else {
            unnamed++;
        }
        if (!pausing) {
            askNow();
        }
    }

    private void askNow() {
        String more = unnamed == 0 ? "" : " and " + unnamed + " more, see the log";
        channel.tell("❓ Discord does not say whether these notifications arrived, and they are not sent again by"
                + " themselves: " + String.join(", ", waiting) + more
                + ". Please ask their users whether they have a message with this Ref.");
        waiting.clear();
        unnamed = 0;
        pausing = true;
        timer.after(PAUSE, this::pauseOver);
    }

    private synchronized void pauseOver() {
        pausing = false;
        if (!waiting.isEmpty()) {
            askNow();
        }
    }
}
