package app.moddy.benchmarks;

import app.moddy.benchmarks.Subject.Round;
import app.moddy.benchmarks.load.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rounds of bot and floor, one after the other: what disturbs the machine disturbs both. */
record Duel(List<Round> bot, List<Round> floor) {
    /** One round of a subject. */
    @FunctionalInterface
    interface Play {
        Round of(Subject subject) throws InterruptedException;
    }

    /** Who begins takes turns. */
    static Duel of(int rounds, Subject bot, Subject floor, Play onBot, Play onFloor) throws InterruptedException {
        List<Round> bots = new ArrayList<>();
        List<Round> floors = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                floors.add(onFloor.of(floor));
                bots.add(onBot.of(bot));
            } else {
                bots.add(onBot.of(bot));
                floors.add(onFloor.of(floor));
            }
        }
        return new Duel(bots, floors);
    }

    /** Rounds of notifications, each of which must be delivered. */
    static Duel ofDeliveries(Setting setting, Subject bot, Subject floor, Requests requests, int clients)
            throws InterruptedException {
        Play play = subject -> {
            Round round = subject.round(setting.time(), requests, clients);
            round.shots().expect(200);
            return round;
        };
        return of(setting.rounds(), bot, floor, play, play);
    }

    Sample ofBot(ToDoubleFunction<Round> figure) {
        return Sample.of(bot, figure);
    }

    Sample ofFloor(ToDoubleFunction<Round> figure) {
        return Sample.of(floor, figure);
    }

    /** The bot's figure divided by the floor's of the same round. */
    Sample ratio(ToDoubleFunction<Round> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < bot.size(); i++) {
            ratios.add(figure.applyAsDouble(bot.get(i)) / figure.applyAsDouble(floor.get(i)));
        }
        return new Sample(ratios);
    }
}
