package app.moddy.notifications.simulation;

import app.moddy.bot.discord.SimulatedDiscord;
import app.moddy.bot.discord.SimulatedTroubles;
import app.moddy.bot.discord.SimulatedUser;
import app.moddy.bot.simulation.Dice;
import app.moddy.bot.simulation.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What will happen in one schedule, and when: laid out at its beginning. For one thread. */
final class Plan {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Schedule schedule;
    private final Dice dice;
    private final VirtualTime time;
    private final SimulatedDiscord discord;
    private final List<SimulatedUser> users = new ArrayList<>();
    private final Duration busy;
    private final boolean two;
    private boolean hasAlarms;

    Plan(Schedule schedule, Setting setting) {
        this.schedule = schedule;
        this.dice = setting.simulation().dice();
        this.time = setting.simulation().time();
        this.discord = setting.discord();
        this.two = setting.two();
        this.busy = dice.scaled(Duration.ofSeconds(10), Duration.ofMinutes(20));
    }

    /** For so long there are requests and troubles. */
    Duration busy() {
        return busy;
    }

    /** Whether there is anything that keeps the bot from opening DMs for hours. */
    boolean hasAlarms() {
        return hasAlarms;
    }

    void lay() {
        boolean heavy = dice.chance(0.06);
        users(heavy ? dice.between(20, 50) : dice.between(1, 6));
        discord.troubles().usually(dice.oneOf(0.0, 0.02, 0.1, 0.3), dice.chance(0.05) ? 0.3 : 0);
        int bursts = dice.between(1, 5);
        for (int i = 0; i < bursts; i++) {
            int size = heavy ? dice.between(10, 40) : dice.between(1, 8);
            Duration begin = sometime();
            Duration length = dice.scaled(Duration.ofMillis(10), busy);
            for (int j = 0; j < size; j++) {
                time.after(
                        begin.plus(dice.between(Duration.ZERO, length)),
                        () -> schedule.backend().order(dice.oneOf(users)));
            }
        }
        int retries = dice.chance(0.4) ? 0 : dice.between(1, 12);
        for (int i = 0; i < retries; i++) {
            Duration when = sometime().plus(sometime()); // also when all troubles are over
            boolean whenSending = dice.chance(0.2);
            time.after(when, () -> schedule.trouble(schedule::retry, whenSending));
        }
        if (two && dice.chance(0.5)) {
            schedule.eraseAtOpenings(dice.between(1, 4));
        }
        int troubles = dice.chance(0.15) ? 0 : dice.between(1, 7);
        for (int i = 0; i < troubles; i++) {
            Runnable trouble = trouble();
            boolean whenSending = dice.chance(0.4);
            time.after(sometime(), () -> schedule.trouble(trouble, whenSending));
        }
    }

    private Duration sometime() {
        return dice.between(Duration.ZERO, busy);
    }

    private void users(int many) {
        for (int i = 0; i < many; i++) {
            users.add(discord.user(500_000_000_000_000_000L + i)
                    .known(!dice.chance(0.07))
                    .closed(dice.chance(0.1))
                    .refusing(dice.chance(0.03))
                    .historyHidden(dice.chance(0.03)));
        }
    }

    private Runnable trouble() {
        if (two && dice.chance(0.2)) {
            return () -> schedule.cutOff(dice.scaled(SECOND, Duration.ofMinutes(1)));
        }
        return switch (dice.between(0, 13)) {
            case 0, 1, 2 ->
                () -> schedule.crash(dice.scaled(SECOND.dividedBy(10), Duration.ofMinutes(5)), dice.chance(0.6));
            case 3 -> () -> schedule.stall(dice.scaled(SECOND, Duration.ofMinutes(10)));
            case 4 -> schedule::restart;
            case 5 -> () -> schedule.jump(dice.scaled(SECOND, Duration.ofHours(3)), dice.nextBoolean());
            case 6 -> () -> schedule.disk(dice.scaled(SECOND, Duration.ofMinutes(1)));
            case 7 -> user();
            case 8 -> () -> schedule.erase(dice.oneOf(users));
            case 9, 10 -> of(SimulatedTroubles.Kind.OUTAGE, Duration.ofMinutes(30));
            case 11 -> of(SimulatedTroubles.Kind.BAD_DAY, Duration.ofMinutes(10));
            case 12 -> of(SimulatedTroubles.Kind.GLOBAL_LIMIT, Duration.ofMinutes(5));
            default -> rare();
        };
    }

    private Runnable rare() {
        SimulatedTroubles.Kind kind = dice.oneOf(
                SimulatedTroubles.Kind.OPENING_LIMIT,
                SimulatedTroubles.Kind.TOKEN_REFUSED,
                SimulatedTroubles.Kind.QUARANTINED,
                SimulatedTroubles.Kind.OPENING_TOO_FAST);
        hasAlarms |= kind != SimulatedTroubles.Kind.OPENING_LIMIT;
        return of(kind, kind == SimulatedTroubles.Kind.QUARANTINED ? Duration.ofHours(2) : Duration.ofMinutes(20));
    }

    private Runnable of(SimulatedTroubles.Kind kind, Duration longest) {
        return () -> discord.troubles().begin(kind, dice.scaled(SECOND, longest));
    }

    private Runnable user() {
        SimulatedUser user = dice.oneOf(users);
        boolean is = dice.nextBoolean();
        return dice.oneOf(() -> user.closed(is), () -> user.known(is), () -> user.historyHidden(is));
    }
}
