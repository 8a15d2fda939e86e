package app.moddy.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** After an outage: how fast what was accepted is delivered, without a pace and at the default one. */
final class Drain implements Benchmark {
    private static final int USERS = 1_000;
    private static final int UNPACED = 10_000;
    private static final int PACED = 1_500;
    private static final double DEFAULT_PACE = 45;

    @Override
    public void run(Setting setting) throws InterruptedException {
        Table table = new Table("pace", "pending", "rounds", "first after s", "delivered/s", "of the pace", "goal");
        Path folder = Folders.fresh("drain");
        try (Discord discord = Discord.unlimited(USERS).counting()) {
            try (Subject bot = Subject.bot(setting, discord, folder, Subject.UNPACED)) {
                bot.meet(USERS).warmUp(Subject.to(USERS));
                List<Outage.Drained> drained = new ArrayList<>();
                for (int i = 0; i < setting.rounds(); i++) {
                    drained.add(drain(discord, bot, UNPACED));
                }
                table.row("none", UNPACED, setting.rounds(), first(drained), speed(drained), "", "");
            }
            try (Subject bot = Subject.bot(setting, discord, folder, Map.of())) {
                List<Outage.Drained> drained = List.of(drain(discord, bot, PACED));
                Sample used = Sample.of(speed(drained).median() / DEFAULT_PACE);
                table.row(
                        DEFAULT_PACE + "/s",
                        PACED,
                        1,
                        first(drained),
                        speed(drained),
                        Sample.figure(used.median()),
                        used.atLeast(0.95));
            }
        }
        table.print(
                "Delivery of what was accepted while Discord was down",
                "Without a floor: that loses what it can not send at once.");
    }

    private static Outage.Drained drain(Discord discord, Subject bot, int pending) throws InterruptedException {
        return Outage.begin(discord, bot, USERS).goOn(bot, USERS, pending).end(discord);
    }

    private static Sample first(List<Outage.Drained> drained) {
        return Sample.of(drained, Outage.Drained::secondsToFirst);
    }

    private static Sample speed(List<Outage.Drained> drained) {
        return Sample.of(drained, Outage.Drained::perSecond);
    }
}
