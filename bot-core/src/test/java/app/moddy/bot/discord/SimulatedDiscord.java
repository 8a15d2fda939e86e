package app.moddy.bot.discord;

import app.moddy.bot.discord.SimulatedTroubles.Kind;
import app.moddy.bot.discord.SimulatedUser.Stored;
import app.moddy.bot.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Discord as far as delivery sees it, and the truth about it: which messages are there, and when they came. Outlives the
 * bot's processes. For one thread.
 */
public final class SimulatedDiscord {
    private static final int PAGE = 100;

    private final Simulation simulation;
    private final SimulatedTroubles troubles;
    private final Duration nonceWindow;
    private final boolean nonceFirst;
    private final Map<Long, SimulatedUser> users = new LinkedHashMap<>();
    private final Map<Long, SimulatedUser> byChannel = new LinkedHashMap<>();
    private final Set<String> overlooked = new HashSet<>();
    private final Set<String> mentioned = new HashSet<>();

    /**
     * What Discord answers.
     *
     * @param pause of a 429
     * @param texts of footers
     */
    record Heard(int status, int code, Duration pause, long channel, List<String> texts) {
        static Heard ok(long channel) {
            return new Heard(200, 0, Duration.ZERO, channel, List.of());
        }

        static Heard error(int status, int code) {
            return new Heard(status, code, Duration.ZERO, 0, List.of());
        }

        static Heard limited(Duration pause) {
            return new Heard(429, 0, pause, 0, List.of());
        }
    }

    /** One without users, where nothing goes wrong yet. */
    public SimulatedDiscord(Simulation simulation) {
        this.simulation = simulation;
        this.troubles = new SimulatedTroubles(simulation);
        this.nonceWindow = simulation.dice().between(Duration.ofSeconds(150), Duration.ofSeconds(300));
        this.nonceFirst = simulation.dice().nextBoolean();
    }

    /** What is wrong with it. */
    public SimulatedTroubles troubles() {
        return troubles;
    }

    /** For so long the same nonce makes no second message. */
    public Duration nonceWindow() {
        return nonceWindow;
    }

    /** A new user. */
    public SimulatedUser user(long id) {
        SimulatedUser user = new SimulatedUser(id);
        users.put(id, user);
        byChannel.put(user.channel(), user);
        return user;
    }

    /** All users. */
    public Collection<SimulatedUser> users() {
        return users.values();
    }

    /** Whether a search has not shown a message of this ref that was there. */
    public boolean hasOverlooked(String ref) {
        return overlooked.contains(ref);
    }

    /** Whether the fallback channel has a mention of this nonce. */
    public boolean hasMentioned(String nonce) {
        return mentioned.contains(nonce);
    }

    /** What is wrong with every call. */
    private Heard ofAll() {
        if (troubles.is(Kind.GLOBAL_LIMIT)) {
            return Heard.limited(troubles.left(Kind.GLOBAL_LIMIT));
        }
        return troubles.is(Kind.TOKEN_REFUSED) ? Heard.error(401, 0) : Heard.ok(0);
    }

    Heard open(Snowflake id) {
        Heard all = ofAll();
        SimulatedUser user = users.get(id.id());
        if (all.status() != 200) {
            return all;
        }
        if (troubles.is(Kind.OPENING_LIMIT)) {
            return Heard.limited(troubles.left(Kind.OPENING_LIMIT));
        }
        if (user == null || !user.isKnown()) {
            return Heard.error(404, 10013);
        }
        if (!user.isOpened() && troubles.is(Kind.QUARANTINED)) {
            return Heard.error(403, 20026);
        }
        if (!user.isOpened() && troubles.is(Kind.OPENING_TOO_FAST)) {
            return Heard.error(403, 40003);
        }
        if (user.isClosed() && simulation.dice().chance(0.2)) {
            return Heard.error(400, 50007);
        }
        user.opened(true);
        return Heard.ok(user.channel());
    }

    Heard post(long channel, String nonce, String ref) {
        Heard all = ofAll();
        SimulatedUser user = byChannel.get(channel);
        if (all.status() != 200) {
            return all;
        }
        if (user == null) {
            return Heard.error(404, 10003);
        }
        long now = simulation.time().nanos();
        boolean isThere = user.messages().stream()
                .anyMatch(message -> message.nonce().equals(nonce) && now - message.nanos() < nonceWindow.toNanos());
        if (isThere && nonceFirst) {
            return Heard.ok(channel);
        }
        if (!user.isKnown()) {
            return Heard.error(403, 50278);
        }
        if (user.isClosed()) {
            return Heard.error(403, 50007);
        }
        if (user.isRefusing()) {
            return Heard.error(400, 240000);
        }
        if (!isThere) {
            user.messages().add(new Stored(nonce, ref, now));
            simulation.note("Discord: message %s for user %s", ref, user);
        }
        return Heard.ok(channel);
    }

    Heard footers(long channel) {
        Heard all = ofAll();
        SimulatedUser user = byChannel.get(channel);
        if (all.status() != 200) {
            return all;
        }
        if (user == null) {
            return Heard.error(404, 10003);
        }
        if (user.isHistoryHidden()) {
            return Heard.error(403, 50001);
        }
        List<String> texts = new ArrayList<>();
        int size = user.messages().size();
        for (Stored message : user.messages().subList(Math.max(0, size - PAGE), size)) {
            if (troubles.isBlind()) {
                overlooked.add(message.ref());
            } else {
                texts.add("Moddy · Ref " + message.ref());
            }
        }
        return new Heard(200, 0, Duration.ZERO, channel, texts);
    }

    Heard mention(Snowflake id, String nonce) {
        Heard all = ofAll();
        if (all.status() != 200) {
            return all;
        }
        SimulatedUser user = users.get(id.id());
        if (user == null || !user.isKnown()) {
            return Heard.error(404, 10013);
        }
        mentioned.add(nonce);
        return all;
    }
}
