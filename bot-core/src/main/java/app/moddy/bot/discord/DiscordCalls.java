package app.moddy.bot.discord;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Single calls of Discord's REST API: what the messenger stands on. Every stage completes within its errand's time; it may
 * do so before this returns, or on any thread, and exceptionally only on a bug.
 *
 * <p>Before each try the errand is asked ({@link Errand#mayGoOut}) and told ({@link Errand#goesOut}), but for the look-up of a
 * member, which is told to {@link Traffic#unpaid}. Every answer is told to {@link Traffic#answered}. Thread-safe.
 */
interface DiscordCalls {
    /** Whether calls can be made: the first login has succeeded, and we are not leaving. */
    boolean ready();

    /** From now on all that goes over the wire is told to this; called once, before the first call. */
    void reportTo(Traffic traffic);

    /** Opens the DM channel with a user; the same one every time. Never {@link Verdict.Kind#UNKNOWN}: nothing was sent. */
    CompletionStage<Opened> open(Snowflake user, Errand errand);

    /**
     * Posts into a DM channel, mentioning nobody. The answer is about all tries together: {@link Verdict.Kind#UNKNOWN} once one
     * of them may have arrived, unless Discord said later that it is done; after it nothing more is sent.
     */
    CompletionStage<Answer> post(long channel, MessageCreateData content, String nonce, Errand errand);

    /** The footers of our own embeds in a DM channel, since this time. Never {@link Verdict.Kind#UNKNOWN}. */
    CompletionStage<Footers> footers(long channel, Instant since, Errand errand);

    /** Mentions a user in a channel of a guild that they are a member of, else {@link Verdict.Kind#USER_NOT_FOUND}. */
    CompletionStage<Answer> mention(Mention mention, Errand errand);

    /** Whether they share one of a handful of our guilds, or are a bot. */
    CompletionStage<Outlook.Acquaintance> meet(Snowflake user, Errand errand);

    /**
     * What Discord said to a call.
     *
     * @param code why, for a log line and for staff: Discord's error code, an HTTP status, or a few words; empty when done
     */
    record Answer(Verdict verdict, String code) {
        static final Answer DONE = new Answer(Verdict.of(Verdict.Kind.DONE), "");

        boolean isDone() {
            return verdict.kind() == Verdict.Kind.DONE;
        }
    }

    /**
     * What came of opening a DM channel.
     *
     * @param channel its id when it is done
     */
    record Opened(Answer answer, long channel) {}

    /**
     * What came of looking into a DM channel.
     *
     * @param texts of the footers when it is done
     */
    record Footers(Answer answer, List<String> texts) {}
}
