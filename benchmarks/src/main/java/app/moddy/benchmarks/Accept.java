package app.moddy.benchmarks;

import app.moddy.benchmarks.Subject.Round;
import app.moddy.benchmarks.load.Requests;

/** Discord is down: how fast requests are recorded. */
final class Accept implements Benchmark {
    private static final int USERS = 1_000;
    private static final int[] CLIENTS = {1, 16, 64, 256};

    /** All of these are pending from then on: as many as an outage may leave. */
    private static final int WARM_UP = 60_000;

    private static final Requests ANSWERED_ONLY = Requests.post("/accept", Subject.SECRET, Discord.FIRST_USER, USERS);

    @Override
    public void run(Setting setting) throws InterruptedException {
        Table table =
                new Table("clients", "bot/s", "bot p99 ms", "bot µs/request", "floor/s", "ratio", "µs ratio", "goal");
        try (Discord bots = Discord.unlimited(USERS);
                Discord floors = Discord.unlimited(0);
                Subject bot = Subject.bot(setting, bots, Folders.fresh("accept"), Subject.UNPACED);
                Subject floor = Subject.floor(floors)) {
            floor.warmUp(WARM_UP, ANSWERED_ONLY);
            bot.meet(USERS);
            Outage.begin(bots, bot, USERS);
            bot.warmUp(WARM_UP, Subject.to(USERS));
            for (int clients : CLIENTS) {
                Duel duel = duel(setting, bot, floor, clients);
                table.row(
                        clients,
                        duel.ofBot(Round::perSecond),
                        duel.ofBot(round -> round.millis(99)),
                        duel.ofBot(Round::microsPerRequest),
                        duel.ofFloor(Round::perSecond),
                        duel.ratio(Round::perSecond),
                        duel.ratio(Round::microsPerRequest),
                        clients == 64 ? duel.ofBot(Round::perSecond).atLeast(5_000) : "");
            }
        }
        table.print("Requests accepted a second while Discord is down; the floor records nothing");
    }

    private static Duel duel(Setting setting, Subject bot, Subject floor, int clients) throws InterruptedException {
        Requests recorded = Subject.to(USERS);
        return Duel.of(
                setting.rounds(),
                bot,
                floor,
                subject -> accepted(subject.round(setting.time(), recorded, clients)),
                subject -> accepted(subject.round(setting.time(), ANSWERED_ONLY, clients)));
    }

    private static Round accepted(Round round) {
        round.shots().expect(202);
        return round;
    }
}
