package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Everything that exists in the simulated Discord. Whoever reads or changes any of it holds this object's lock: a
 * simulator is asked little at a time, and one lock cannot be taken in the wrong order.
 */
public final class World {
    private final WorldClock clock = new WorldClock();
    private final Snowflakes ids = new Snowflakes(clock);
    private final Users users = new Users(ids);
    private final Channels channels = new Channels(ids);
    private final Guilds guilds = new Guilds(this);
    private final CommandRegistry commands = new CommandRegistry(ids);
    private final Interactions interactions = new Interactions();
    private final List<AuditEntry> auditLog = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Consumer<Message>> messageListeners = new ArrayList<>();
    private EventSink events = (type, data, intent) -> {};
    private boolean keepingMessages = true;

    public WorldClock clock() {
        return clock;
    }

    public Snowflakes ids() {
        return ids;
    }

    public Users users() {
        return users;
    }

    public Guilds guilds() {
        return guilds;
    }

    public Channels channels() {
        return channels;
    }

    public CommandRegistry commands() {
        return commands;
    }

    public Interactions interactions() {
        return interactions;
    }

    public List<AuditEntry> auditLog() {
        return auditLog;
    }

    public List<String> problems() {
        return problems;
    }

    /** Notes something that a faithful client would not do, or that the sandbox does not know. */
    public synchronized void problem(String what) {
        problems.add(what);
    }

    public void events(EventSink sink) {
        events = sink;
    }

    /** Says whether messages that were sent are kept. */
    public void keepMessages(boolean keep) {
        keepingMessages = keep;
    }

    public boolean isKeepingMessages() {
        return keepingMessages;
    }

    /** Sends an event to the sessions that have the intent, and wakes who waits for a change. */
    public void dispatch(String type, ObjectNode data, int intent) {
        events.dispatch(type, data, intent);
        changed();
    }

    /** Adds somebody who is told of every new message of the bot, with the world locked. */
    public synchronized void onMessage(Consumer<Message> listener) {
        messageListeners.add(listener);
    }

    /** Tells the listeners of a new message. */
    public void announce(Message message) {
        messageListeners.forEach(listener -> listener.accept(message));
        changed();
    }

    /** Wakes who waits for a change. */
    public synchronized void changed() {
        notifyAll();
    }

    /** Waits until the condition holds; says whether it did within the limit, which is real time. */
    public synchronized boolean await(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
