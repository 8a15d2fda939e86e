package app.moddy.benchmarks;

import app.moddy.benchmarks.Subject.Round;
import app.moddy.benchmarks.load.Requests;
import java.util.ArrayList;
import java.util.List;

/** Whether throughput falls with the number of users that were seen. */
final class Users implements Benchmark {
    private static final int[] SEEN = {100, 1_000, 7_000, 20_000};
    private static final int CLIENTS = 16;
    private static final int MOST = SEEN[SEEN.length - 1];

    @Override
    public void run(Setting setting) throws InterruptedException {
        Table table = new Table("users seen", "bot/s", "µs/notification", "ratio to " + SEEN[0] + " users", "goal");
        try (Discord discord = Discord.unlimited(MOST);
                Subject bot = Subject.bot(setting, discord, Folders.fresh("users"), Subject.UNPACED)) {
            bot.meet(SEEN[0]).warmUp(Subject.to(SEEN[0]));
            Sample first = null;
            for (int users : SEEN) {
                bot.meet(users);
                List<Round> rounds = rounds(setting, bot, users);
                Sample speed = Sample.of(rounds, Round::perSecond);
                first = first == null ? speed : first;
                Sample ratio = Sample.of(speed.median() / first.median());
                table.row(
                        users,
                        speed,
                        Sample.of(rounds, Round::microsPerRequest),
                        Sample.figure(ratio.median()),
                        ratio.atLeast(0.9));
            }
        }
        table.print("Notifications a second, by users seen; " + CLIENTS + " clients, Discord answers at once");
    }

    private static List<Round> rounds(Setting setting, Subject bot, int users) {
        Requests requests = Subject.to(users);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < setting.rounds(); i++) {
            Round round = bot.round(setting.time(), requests, CLIENTS);
            round.shots().expect(200);
            rounds.add(round);
        }
        return rounds;
    }
}
