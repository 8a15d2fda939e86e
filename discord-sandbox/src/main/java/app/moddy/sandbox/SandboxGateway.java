package app.moddy.sandbox;

import app.moddy.sandbox.gateway.Gateway;
import app.moddy.sandbox.world.World;
import java.time.Duration;

/**
 * The bot's connections to the gateway, and what can happen to them. A bot may identify as often as it likes: Discord
 * would answer op 9 to more than one IDENTIFY within five seconds, but tests start bots quickly. Thread-safe.
 */
public final class SandboxGateway {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final World world;
    private final Gateway gateway;

    SandboxGateway(World world, Gateway gateway) {
        this.world = world;
        this.gateway = gateway;
    }

    /** Breaks the TCP connections without a word; the session can be resumed. */
    public void drop() {
        synchronized (world) {
            gateway.drop();
        }
    }

    /** Closes the connections with a code; after 1000, 1001, 4007 and 4009 the session cannot be resumed. */
    public void close(int code) {
        synchronized (world) {
            gateway.close(code);
        }
    }

    /** Asks the bot to reconnect (op 7). */
    public void reconnect() {
        synchronized (world) {
            gateway.reconnect();
        }
    }

    /** Tells the bot that its session is invalid (op 9), and forgets it unless it shall be resumable. */
    public void invalidateSession(boolean resumable) {
        synchronized (world) {
            gateway.invalidateSession(resumable);
        }
    }

    /** Asks the bot for a heartbeat now (op 1). */
    public void requestHeartbeat() {
        synchronized (world) {
            gateway.requestHeartbeat();
        }
    }

    /** Acknowledges no heartbeat any more, on any connection. */
    public void silence() {
        synchronized (world) {
            gateway.acknowledge(false);
        }
    }

    /** Acknowledges heartbeats again. */
    public void resumeAcks() {
        synchronized (world) {
            gateway.acknowledge(true);
        }
    }

    /** Refuses new connections with HTTP 503, or accepts them again; the present ones stay. */
    public void refuseConnections(boolean refuse) {
        synchronized (world) {
            gateway.refuseConnections(refuse);
        }
    }

    /** Whether a bot is connected and identified, and was not told to reconnect since. */
    public boolean isConnected() {
        synchronized (world) {
            return gateway.isConnected();
        }
    }

    /** Waits until {@link #isConnected()}, at most 10 s. */
    public void awaitConnected() {
        if (!world.await(gateway::isConnected, LIMIT)) {
            throw new IllegalStateException("No bot connected within " + LIMIT.toSeconds() + " s");
        }
    }

    /** Returns how many IDENTIFY came so far, refused ones included. */
    public int identifies() {
        synchronized (world) {
            return gateway.identifies();
        }
    }

    /** Returns how many sessions are connected now: of one whose bot has not closed it, Discord takes that for so. */
    public int sessions() {
        synchronized (world) {
            return gateway.sessions();
        }
    }

    /** Returns how many sessions were connected at once so far, at most: Discord tells each of them of every event. */
    public int mostSessions() {
        synchronized (world) {
            return gateway.mostSessions();
        }
    }

    /** Returns the intents that the latest session asked for, as bits; 0 before the first. */
    public int intents() {
        synchronized (world) {
            return gateway.intents();
        }
    }

    /** Returns how many sessions were resumed so far. */
    public int resumes() {
        synchronized (world) {
            return gateway.resumes();
        }
    }

    /** Waits until that many sessions were resumed since the start of the sandbox, at most 10 s. */
    public void awaitResumes(int count) {
        if (!world.await(() -> gateway.resumes() >= count, LIMIT)) {
            throw new IllegalStateException(
                    "Not " + count + " resumes within " + LIMIT.toSeconds() + " s but " + resumes());
        }
    }

    void requireSession() {
        if (!gateway.hasSession()) {
            throw new IllegalStateException("No bot is logged in, so nobody would hear of the interaction");
        }
    }
}
