package app.moddy.benchmarks;

import app.moddy.benchmarks.Subject.Round;
import java.time.Duration;

/** {@code POST /internal/notify} to known users: throughput, latency and processor time beside the floor's. */
final class Notify implements Benchmark {
    private static final int USERS = 1_000;

    private final String name;
    private final Measured measured;
    private final Table speed;
    private final Table latency;
    private final Table processor;

    /** Starts what is measured beside the floor. */
    @FunctionalInterface
    private interface Measured {
        Subject start(Discord discord, Setting setting) throws InterruptedException;
    }

    private Notify(String name, Measured measured) {
        this.name = name;
        this.measured = measured;
        speed = new Table("Discord", "clients", name + "/s", "floor/s", "ratio", "goal");
        latency = new Table(
                "Discord", "clients", name + " p50 ms", name + " p99 ms", "floor p99 ms", "p99 ratio", "goal");
        processor = new Table("Discord", "clients", name + " µs/notification", "floor µs", "ratio", "goal");
    }

    /** The bot. */
    static Notify bot() {
        return new Notify(
                "bot", (discord, setting) -> Subject.bot(setting, discord, Folders.fresh("notify"), Subject.UNPACED));
    }

    /** What it costs by itself that each request is on the disk before its message is sent, and its result before it is answered. */
    static Notify durability() {
        return new Notify("recording", (discord, setting) -> Subject.recordingFloor(discord));
    }

    @Override
    public void run(Setting setting) throws InterruptedException {
        try (Discord discord = Discord.unlimited(USERS);
                Discord floors = Discord.unlimited(USERS);
                Subject subject = measured.start(discord, setting);
                Subject floor = Subject.floor(floors)) {
            subject.meet(USERS).warmUp(Subject.to(USERS));
            floor.meet(USERS).warmUp(Subject.to(USERS));
            for (Duration time : setting.discordsTime()) {
                discord.answersAfter(time);
                floors.answersAfter(time);
                for (int clients : setting.clients()) {
                    show(time, clients, Duel.ofDeliveries(setting, subject, floor, Subject.to(USERS), clients));
                }
            }
        }
        speed.print("Notifications a second, " + name + " and floor");
        latency.print("Time to the answer, " + name + " and floor");
        processor.print("Processor time of the process, " + name + " and floor");
    }

    private void show(Duration time, int clients, Duel duel) {
        String discord = time.toMillis() + " ms";
        speed.row(
                discord,
                clients,
                duel.ofBot(Round::perSecond),
                duel.ofFloor(Round::perSecond),
                duel.ratio(Round::perSecond),
                speedGoal(time, clients, duel));
        Sample late = duel.ratio(round -> round.millis(99));
        latency.row(
                discord,
                clients,
                duel.ofBot(round -> round.millis(50)),
                duel.ofBot(round -> round.millis(99)),
                duel.ofFloor(round -> round.millis(99)),
                late,
                clients == 16 ? late.atMost(3) : "");
        Sample ratio = duel.ratio(Round::microsPerRequest);
        processor.row(
                discord,
                clients,
                duel.ofBot(Round::microsPerRequest),
                duel.ofFloor(Round::microsPerRequest),
                ratio,
                ratio.atMost(1.6));
    }

    private static String speedGoal(Duration time, int clients, Duel duel) {
        Sample ratio = duel.ratio(Round::perSecond);
        if (time.isZero()) {
            return ratio.atLeast(0.7);
        }
        return clients == 64 ? ratio.atLeast(0.85) : "";
    }
}
