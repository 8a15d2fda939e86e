package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    void ask(String ref, Snowflake user, String action) {
        note("`" + ref + "` (`" + action + "`) for <@" + user + ">").ifPresent(this::say);
    }

    /** The question, when it is time for one. */
    private synchronized Optional<String> note(String which) {
        if (waiting.size() < MOST_NAMED) {
            waiting.add(which);
        } else {
            unnamed++;
        }
        if (pausing) {
            return Optional.empty();
        }
        pausing = true;
        return Optional.of(question());
    }

    private synchronized Optional<String> questionAfterPause() {
        pausing = !waiting.isEmpty();
        return pausing ? Optional.of(question()) : Optional.empty();
    }

    private String question() {
        String more = unnamed == 0 ? "" : " and " + unnamed + " more, see the log";
        String question = "❓ Discord does not say whether these notifications arrived, and they are not sent again by"
                + " themselves: " + String.join(", ", waiting) + more
                + ". Please ask their users whether they have a message with this Ref.";
        waiting.clear();
        unnamed = 0;
        return question;
    }

    /** With no lock held: the channel has locks of its own. The next pause begins when it is said, so that they keep their order. */
    private void say(String question) {
        try {
            channel.tell(question);
        } finally {
            timer.after(PAUSE, () -> questionAfterPause().ifPresent(this::say));
        }
    }
}
