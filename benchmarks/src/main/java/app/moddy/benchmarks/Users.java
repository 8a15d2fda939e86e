package app.moddy.benchmarks;

import app.moddy.benchmarks.Subject.Round;

/** Whether throughput falls with the number of users that were seen. */
final class Users implements Benchmark {
    private static final int[] SEEN = {100, 1_000, 7_000, 20_000};
    private static final int CLIENTS = 16;
    private static final int MOST = SEEN[SEEN.length - 1];

    @Override
    public void run(Setting setting) throws InterruptedException {
        Table table = new Table(
                "users seen",
                "bot/s",
                "µs/notification",
                "ratio to " + SEEN[0] + " users",
                "goal",
                "floor/s",
                "beside the floor");
        try (Discord bots = Discord.unlimited(MOST);
                Discord floors = Discord.unlimited(MOST);
                Subject bot = Subject.bot(setting, bots, Folders.fresh("users"), Subject.UNPACED);
                Subject floor = Subject.floor(floors)) {
            bot.meet(SEEN[0]).warmUp(Subject.to(SEEN[0]));
            floor.meet(SEEN[0]).warmUp(Subject.to(SEEN[0]));
            Sample first = null;
            for (int users : SEEN) {
                bot.meet(users);
                floor.meet(users);
                Duel duel = Duel.ofDeliveries(setting, bot, floor, Subject.to(users), CLIENTS);
                Sample speed = duel.ofBot(Round::perSecond);
                first = first == null ? speed : first;
                Sample ratio = Sample.of(speed.median() / first.median());
                table.row(
                        users,
                        speed,
                        duel.ofBot(Round::microsPerRequest),
                        Sample.figure(ratio.median()),
                        ratio.atLeast(0.9),
                        duel.ofFloor(Round::perSecond),
                        duel.ratio(Round::perSecond));
            }
        }
        table.print("Notifications a second, by users seen; " + CLIENTS + " clients, Discord answers at once");
    }
}
