package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedUser;
import app.moddy.bot.discord.SimulatedUser.Stored;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.simulation.Simulation;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold at the end of every schedule. */
final class Invariants {
    private static final Set<String> WITHOUT_MESSAGE =
            Set.of("user_not_found", "dm_closed", "fallback_channel", "refused", "expired");

    private final Setting setting;
    private final Simulation simulation;
    private final SimulatedBackend backend;
    private final boolean shared;
    private final Set<Snowflake> perhapsErased;
    private final Map<String, Integer> messages = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<Long> retried = new HashSet<>();

    /**
     * Those of one schedule.
     *
     * @param shared whether two processes were on the store at once, which in truth its lock forbids
     * @param perhapsErased whose erasure failed, or had no end: staff would repeat it
     */
    Invariants(Setting setting, SimulatedBackend backend, boolean shared, Set<Snowflake> perhapsErased) {
        this.perhapsErased = perhapsErased;
        this.shared = shared;
        this.setting = setting;
        this.simulation = setting.simulation();
        this.backend = backend;
    }

    void check() throws SQLException {
        Ledger ledger = setting.ground().ledger();
        ledger.faults().stream()
                .filter(fault -> !shared || !fault.startsWith(Ledger.BACK))
                .forEach(fault -> simulation.violated("%s", fault));
        setting.discord().users().forEach(this::count);
        retried.addAll(ledger.retried());
        List<Ledger.Row> rows = ledger.rows();
        rows.forEach(this::isTrue);
        rows.stream()
                .filter(row -> row.user() == null || row.outcome().equals("uncertain"))
                .forEach(row -> ended.add(Long.toString(row.id())));
        retried.forEach(id -> ended.add(Long.toString(id)));
        orders(rows);
        Set<List<Long>> passed = ledger.passed();
        setting.discord().users().forEach(user -> isInOrder(user, passed));
        ledger.channelsOfNobody().stream()
                .filter(user -> !perhapsErased.contains(new Snowflake(user)))
                .forEach(user -> simulation.violated("user %s was erased, and their channel is kept", user));
        new Paces(setting).check();
    }

    private void count(SimulatedUser user) {
        Map<String, Stored> first = new HashMap<>();
        for (Stored message : user.messages()) {
            messages.merge(message.ref(), 1, Integer::sum);
            Stored before = first.putIfAbsent(message.ref(), message);
            if (before != null && !mayBeTwice(before, message)) {
                simulation.violated(
                        "two messages of %s, %s apart", message.ref(), (message.nanos() - before.nanos()) / 1e9);
            }
        }
    }

    /** Only when the nonce no longer helped, and Discord had not shown the first one when it was looked for. */
    private boolean mayBeTwice(Stored before, Stored after) {
        return after.nanos() - before.nanos() >= setting.discord().nonceWindow().toNanos()
                && setting.discord().hasOverlooked(before.ref());
    }

    /** What the store says is what is so. */
    private void isTrue(Ledger.Row row) {
        String ref = Long.toString(row.id());
        int there = messages.getOrDefault(ref, 0);
        boolean overlooked = setting.discord().hasOverlooked(ref);
        boolean asItShould = switch (row.outcome()) {
            case "delivered" -> there == 1 || (overlooked && there > 1);
            case "uncertain" -> there <= 1 || overlooked;
            case "erased" -> row.user() == null && there <= 1;
            default -> WITHOUT_MESSAGE.contains(row.outcome()) && (there == 0 || overlooked);
        };
        if (!asItShould || row.leased()) {
            simulation.violated("%s is %s, and there are %d messages", ref, row.outcome(), there);
        }
        if (row.outcome().equals("fallback_channel") && !setting.discord().hasMentioned(ref)) {
            simulation.violated("%s: nobody was mentioned", ref);
        }
        boolean isGone = row.user() == null || row.outcome().equals("delivered");
        if (isGone && row.metadata() != null) {
            simulation.violated("%s: its metadata is still there", ref);
        }
        boolean isClosed = row.outcome().equals("dm_closed") || row.outcome().equals("fallback_channel");
        // what staff had taken back from there comes back, unless it is delivered
        boolean mayBeBack = retried.contains(row.id()) && !row.outcome().equals("delivered");
        if (row.user() != null && row.inbox() != isClosed && !(row.inbox() && mayBeBack)) {
            simulation.violated("%s is %s, and the inbox has it: %s", ref, row.outcome(), row.inbox());
        }
    }

    /** Each order is one notification if it was accepted, none if it was refused, and either if nobody knows. */
    private void orders(List<Ledger.Row> rows) {
        Map<Long, Ledger.Row> byId = new HashMap<>();
        Map<String, Integer> byPlan = new HashMap<>();
        rows.forEach(row -> {
            byId.put(row.id(), row);
            byPlan.merge(String.valueOf(row.plan()), 1, Integer::sum);
        });
        Set<Long> ids = new HashSet<>();
        for (Order order : backend.orders()) {
            Long id = order.id();
            if (id == null) {
                int most = order.isPerhapsRecorded() ? 1 : 0;
                if (byPlan.getOrDefault(order.plan(), 0) > most) {
                    simulation.violated("%s was never accepted, and is there", order);
                }
                continue;
            }
            Ledger.Row row = byId.get(id);
            if (row == null || !ids.add(id) || !isOf(order, row, byPlan)) {
                simulation.violated("%s was accepted as %s, and is %s", order, id, row);
            } else if (!order.isTold(row.outcome()) && !retried.contains(id)) {
                simulation.violated("%s was told as %s, and is %s", order, order.finalOutcome(), row.outcome());
            }
        }
    }

    private static boolean isOf(Order order, Ledger.Row row, Map<String, Integer> byPlan) {
        boolean isAlone = byPlan.getOrDefault(order.plan(), 0) == 1;
        return row.user() == null || (isAlone && order.plan().equals(row.plan()));
    }

    /** As they were accepted, unless one was far from its next try when a later one went. */
    private void isInOrder(SimulatedUser user, Set<List<Long>> passed) {
        List<Stored> all = user.messages();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                long first = Long.parseLong(all.get(i).ref());
                long second = Long.parseLong(all.get(j).ref());
                boolean overtaken = first > second && !passed.contains(List.of(first, second));
                if (overtaken && !isExcused(all.get(j).ref())) {
                    simulation.violated("user %s has %d before the earlier %d", user, first, second);
                }
            }
        }
    }

    /** One that was on its way when it was ended for good, or that staff retry, holds nobody back; nor does one that Discord has not shown. */
    private boolean isExcused(String late) {
        return ended.contains(late) || setting.discord().hasOverlooked(late);
    }
}
