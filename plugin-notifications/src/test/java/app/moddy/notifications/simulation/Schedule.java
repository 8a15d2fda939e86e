package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedDiscord;
import app.moddy.bot.discord.SimulatedUser;
import app.moddy.bot.discord.SimulatedWire;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.simulation.Dice;
import app.moddy.bot.simulation.MachineClock;
import app.moddy.bot.simulation.QuietLog;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.notifications.delivery.NotificationSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One seed's course of things: the troubles of its plan, and then quiet until everything is finished. For one thread. */
final class Schedule {
    private static final Pattern ID = Pattern.compile("[0-9]{19}");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long FALLBACK = 400_000_000_000_000_000L;
    private static final Duration MOST_WRONG = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofNanos(100_000);
    private static final Duration LOOK = Duration.ofSeconds(20);

    /** Whatever is still on its way to Discord has arrived by then. */
    private static final Duration AFTERMATH = Duration.ofMinutes(2);

    private final Simulation simulation;
    private final Setting setting;
    private final SimulatedBackend backend;
    private final Plan plan;
    private final List<SimulatedBot> bots = new ArrayList<>();
    private final Deque<Runnable> atNextPost = new ArrayDeque<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Set<Snowflake> perhapsErased = new HashSet<>();
    private Duration clockMoved = Duration.ZERO;
    private int erasuresAtOpening;
    private boolean takenOver;
    private boolean calm;
    private boolean retriedSinceLook;
    private boolean finished;

    /**
     * One that has not begun.
     *
     * @param traced how many of the last things that happened are kept
     * @param two whether two processes share the database, as instances on PostgreSQL do
     */
    Schedule(Ground ground, long seed, int traced, boolean two) {
        simulation = new Simulation(seed, traced);
        Dice dice = simulation.dice();
        setting = new Setting(
                simulation,
                ground,
                new SimulatedDiscord(simulation),
                new SimulatedStore.Disk(),
                machines(two),
                new WireLog(simulation, ground.ledger(), two, this::opens, this::mischief),
                new NotificationSettings(
                        dice.oneOf(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(72)),
                        null,
                        null,
                        dice.chance(0.3) ? new Snowflake(FALLBACK) : null),
                two,
                this::asked);
        backend = new SimulatedBackend(simulation, ground, this::serving);
        plan = new Plan(this, setting);
    }

    /** Runs it; returns what was violated, null: nothing. */
    @Nullable
    String run() throws SQLException {
        setting.ground().ledger().clear();
        QuietLog log = QuietLog.begin(this::logged);
        try {
            plan.lay();
            if (setting.two()) {
                setting.disk().lose(simulation.dice().oneOf(0.0, 0.02, 0.1, 0.3));
            }
            start(true);
            startMissing();
            simulation.runUntil(() -> false, plan.busy());
            calm();
            if (simulation.violation() == null && !simulation.runUntil(() -> finished, limit())) {
                simulation.violated("not finished %s after all troubles", limit());
            }
            simulation.runUntil(() -> false, AFTERMATH);
            if (simulation.violation() == null) {
                setting.ground().ledger().rows().forEach(row -> outcomes.merge(row.outcome(), 1, Integer::sum));
                new Invariants(setting, backend, takenOver, perhapsErased).check();
            }
            return simulation.violation();
        } finally {
            bots.forEach(SimulatedBot::crash);
            log.close();
        }
    }

    /** What became of how many notifications. */
    Map<String, Integer> outcomes() {
        return outcomes;
    }

    private void logged(String error) {
        if (error.startsWith("The bot itself failed")) {
            simulation.violated("a bug: %s", error);
        }
    }

    String trace() {
        return simulation.trace();
    }

    SimulatedBackend backend() {
        return backend;
    }

    /** Each of two goes a little wrong: by less than is borne, also once it has been set. */
    private List<MachineClock> machines(boolean two) {
        if (!two) {
            return List.of(new MachineClock(simulation.time()));
        }
        return List.of(machine(), machine());
    }

    private MachineClock machine() {
        Duration wrong = simulation.dice().between(Duration.ZERO, MOST_WRONG);
        return new MachineClock(simulation.time(), simulation.dice().nextBoolean() ? wrong : wrong.negated());
    }

    private void start(boolean alone) {
        bots.add(new SimulatedBot(setting, "bot" + (bots.size() + 1), freeMachine(), alone));
    }

    /** Of one process after the other each is where the last one was, though that may have left something behind. */
    private MachineClock freeMachine() {
        List<MachineClock> taken = bots.stream()
                .map(SimulatedBot::process)
                .filter(VirtualProcess::isAlive)
                .map(VirtualProcess::machine)
                .toList();
        return setting.machines().stream()
                .filter(machine -> !taken.contains(machine))
                .findFirst()
                .orElse(setting.machines().get(0));
    }

    /** The process that a request reaches: the one that was started last, if it is there; one of two. */
    private Optional<SimulatedBot> serving() {
        if (!setting.two()) {
            return Optional.of(bots.get(bots.size() - 1)).filter(SimulatedBot::takesRequests);
        }
        List<SimulatedBot> all =
                bots.stream().filter(SimulatedBot::takesRequests).toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(simulation.dice().oneOf(all));
    }

    private void startAgain(boolean alone) {
        if (setting.two()) {
            startMissing();
        } else if (serving().isEmpty()) {
            start(alone && bots.stream().noneMatch(bot -> bot.process().isAlive()));
        }
    }

    private void startMissing() {
        while (setting.two()
                && bots.stream().filter(bot -> bot.process().isAlive()).count() < 2) {
            start(false);
        }
    }

    /** A trouble begins now, or just after something was sent. */
    void trouble(Runnable trouble, boolean whenSending) {
        if (whenSending) {
            atNextPost.add(trouble);
        } else {
            trouble.run();
        }
    }

    private void mischief(VirtualProcess process, SimulatedWire.Kind kind) {
        Dice dice = simulation.dice();
        if (kind == SimulatedWire.Kind.POST && !atNextPost.isEmpty()) {
            simulation.time().after(dice.scaled(MOMENT, Duration.ofMillis(200)), atNextPost.remove());
        }
        for (SimulatedBot bot : bots) {
            if (bot.isStalled() && !bot.process().equals(process) && dice.chance(0.2)) {
                simulation.time().after(dice.scaled(MOMENT, Duration.ofMillis(100)), bot.process()::wake);
            }
        }
    }

    void crash(Duration away, boolean alone) {
        if (!calm) {
            serving().ifPresent(bot -> {
                bot.crash();
                simulation.time().after(away, () -> startAgain(alone));
            });
        }
    }

    void restart() {
        if (!calm) {
            serving().ifPresent(bot -> {
                bot.leave();
                simulation.time().after(Duration.ofSeconds(6), () -> startAgain(true));
            });
        }
    }

    /** The machine stands still; if it is for long, another one takes over, and it wakes beside that one. */
    void stall(Duration time) {
        serving().filter(bot -> !calm && !bot.process().isStalled()).ifPresent(bot -> {
            simulation.note("%s stands still for %s", bot.process(), time);
            bot.process().stall(time);
            if (!setting.two() && time.compareTo(Duration.ofSeconds(30)) > 0) {
                simulation.time().after(simulation.dice().between(Duration.ofSeconds(1), time), () -> takeOver(bot));
                simulation
                        .time()
                        .after(
                                time.plus(simulation.dice().scaled(Duration.ofMillis(10), Duration.ofMinutes(1))),
                                bot::crash);
            }
        });
    }

    private void takeOver(SimulatedBot from) {
        if (serving().filter(from::equals).isPresent()) {
            takenOver = true;
            start(false);
        }
    }

    /** Machines of two keep their clocks alike: a jump is a small one. */
    void jump(Duration wild, boolean back) {
        Duration by = setting.two() ? wild.dividedBy(4_000) : wild;
        MachineClock machine = setting.two()
                ? simulation.dice().oneOf(setting.machines())
                : setting.machines().get(0);
        int number = setting.machines().indexOf(machine) + 1;
        simulation.note("the clock of machine %d is set by %s%s", number, back ? "-" : "+", by);
        clockMoved = clockMoved.plus(by);
        machine.jump(back ? by.negated() : by);
    }

    /** One of two does not reach the database. */
    void cutOff(Duration time) {
        serving().filter(bot -> !calm).ifPresent(bot -> bot.cutOff(time));
    }

    void disk(Duration time) {
        Dice dice = simulation.dice();
        Duration slowest = dice.scaled(Duration.ofMillis(4), Duration.ofSeconds(1));
        double failing = dice.oneOf(0.0, 0.1, 0.5, 1.0);
        simulation.note("the disk: up to %s, %s fail, for %s", slowest, failing, time);
        setting.disk().set(slowest, failing);
        simulation.time().after(time, setting.disk()::mend);
    }

    /** Of two either does it; else only while one process is there: in truth there is never another. */
    void erase(SimulatedUser user) {
        if (setting.two()
                || bots.stream().filter(bot -> bot.process().isAlive()).count() == 1) {
            serving().filter(bot -> !bot.isStalled()).ifPresent(bot -> {
                simulation.note("erase user %s by %s", user, bot.process());
                perhapsErased.add(user.id());
                bot.process()
                        .execute(() -> bot.run()
                                .erasure()
                                .erase(user.id())
                                .thenAccept(rows -> perhapsErased.remove(user.id())));
            });
        }
    }

    /** So many users are erased while their DM is being opened, by either process: nothing of them may stay. */
    void eraseAtOpenings(int many) {
        erasuresAtOpening = many;
    }

    private void opens(String id) {
        if (erasuresAtOpening > 0) {
            erasuresAtOpening--;
            Duration soon = simulation.dice().scaled(MOMENT, Duration.ofMillis(200));
            simulation
                    .time()
                    .after(
                            soon,
                            () -> setting.discord().users().stream()
                                    .filter(user -> user.id().toString().equals(id))
                                    .forEach(this::erase));
        }
    }

    /** Staff retry one, whatever became of it, or all that has failed; twice when they are impatient. */
    void retry() {
        List<Long> ids = setting.ground().ledger().ids();
        if (ids.isEmpty()) {
            return;
        }
        if (simulation.dice().chance(0.2)) {
            byStaff(
                    "all that has failed",
                    bot -> bot.run()
                            .retryingFailed()
                            .retry(Instant.EPOCH, bot.process().clock().instant()));
        } else {
            retry(simulation.dice().oneOf(ids));
        }
    }

    private void retry(long id) {
        int times = simulation.dice().between(1, 2);
        for (int i = 0; i < times; i++) {
            byStaff(Long.toString(id), bot -> bot.run().retrying().retry(id, true));
        }
    }

    private void byStaff(String what, Consumer<SimulatedBot> retry) {
        serving().filter(bot -> !finished && !bot.isStalled()).ifPresent(bot -> {
            retriedSinceLook = true;
            simulation.note("staff retry %s", what);
            bot.process().execute(() -> retry.accept(bot));
        });
    }

    /** Staff are asked about what may have arrived: most of it they retry, sooner or later. */
    private void asked(String question) {
        Dice dice = simulation.dice();
        ID.matcher(question).results().map(MatchResult::group).forEach(id -> {
            if (dice.chance(0.7)) {
                simulation.time().after(dice.scaled(SECOND, Duration.ofMinutes(10)), () -> retry(Long.parseLong(id)));
            }
        });
    }

    /** No more troubles. */
    private void calm() {
        simulation.note("calm");
        calm = true;
        atNextPost.clear();
        backend.close();
        setting.discord().troubles().end();
        setting.disk().mend();
        setting.disk().lose(0);
        simulation.time().after(Duration.ofSeconds(10), () -> startAgain(false));
        look();
    }

    private void look() {
        boolean perhapsRetried = retriedSinceLook;
        retriedSinceLook = false;
        finished = backend.isIdle()
                && !perhapsRetried
                && bots.stream().noneMatch(SimulatedBot::isStalled)
                && !setting.ground().ledger().hasPending();
        if (!finished) {
            simulation.time().after(LOOK, this::look);
        }
    }

    /** Backing off takes ten minutes at most; alarms, and a clock that was set, may take hours. */
    private Duration limit() {
        Duration alarms = plan.hasAlarms() ? Duration.ofHours(7) : Duration.ZERO;
        return Duration.ofMinutes(45).plus(alarms).plus(clockMoved);
    }
}
