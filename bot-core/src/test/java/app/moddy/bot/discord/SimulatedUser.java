package app.moddy.bot.discord;

import java.util.ArrayList;
import java.util.List;

/** A user of the simulated Discord: whom we may write to, and what was really written. For one thread. */
public final class SimulatedUser {
    private final long id;
    private final List<Stored> messages = new ArrayList<>();
    private boolean opened;
    private boolean known = true;
    private boolean closed;
    private boolean refusing;
    private boolean historyHidden;

    /**
     * A message that is there.
     *
     * @param ref in its footer
     * @param nanos the true time when it came
     */
    public record Stored(String nonce, String ref, long nanos) {}

    SimulatedUser(long id) {
        this.id = id;
    }

    /** Their id. */
    public Snowflake id() {
        return new Snowflake(id);
    }

    /** What is in their DMs, oldest first. */
    public List<Stored> messages() {
        return messages;
    }

    /** Whether there is such a user who shares a server with the bot. */
    public SimulatedUser known(boolean is) {
        known = is;
        return this;
    }

    /** Whether they take no DMs. */
    public SimulatedUser closed(boolean is) {
        closed = is;
        return this;
    }

    /** Whether Discord takes no such message for them for good. */
    public SimulatedUser refusing(boolean is) {
        refusing = is;
        return this;
    }

    /** Whether the bot may not look into their DMs. */
    public SimulatedUser historyHidden(boolean is) {
        historyHidden = is;
        return this;
    }

    /** Whether the bot has opened a DM with them before. */
    public SimulatedUser opened(boolean is) {
        opened = is;
        return this;
    }

    boolean isKnown() {
        return known;
    }

    boolean isClosed() {
        return closed;
    }

    boolean isRefusing() {
        return refusing;
    }

    boolean isHistoryHidden() {
        return historyHidden;
    }

    boolean isOpened() {
        return opened;
    }

    /** Their DM channel with the bot; the same for ever. */
    public long channel() {
        return id + 1_000;
    }

    @Override
    public String toString() {
        return Long.toString(id);
    }
}
