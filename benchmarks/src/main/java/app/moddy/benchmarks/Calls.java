package app.moddy.benchmarks;

import app.moddy.sandbox.SandboxCall;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many calls a notification costs at Discord: the first to a user, later ones, and the first after a restart. */
final class Calls implements Benchmark {
    private static final int USERS = 20;

    @Override
    public void run(Setting setting) throws InterruptedException {
        Table table = new Table("notification", "calls", "goal", "which", "floor");
        Path folder = Folders.fresh("calls");
        try (Discord bots = Discord.limitless(USERS);
                Discord floors = Discord.limitless(USERS)) {
            try (Subject bot = Subject.bot(setting, bots, folder, Subject.UNPACED);
                    Subject floor = Subject.floor(floors)) {
                row(table, "the first to a user", 2, calls(bots, bot), calls(floors, floor));
                row(table, "the second", 1, calls(bots, bot), calls(floors, floor));
            }
            try (Subject bot = Subject.bot(setting, bots, folder, Subject.UNPACED);
                    Subject floor = Subject.floor(floors)) {
                row(table, "after a restart", 1, calls(bots, bot), calls(floors, floor));
            }
        }
        table.print("Calls to Discord per notification, mean of " + USERS + " users");
    }

    private static List<SandboxCall> calls(Discord discord, Subject subject) {
        int before = discord.sandbox().calls().size();
        subject.meet(USERS);
        List<SandboxCall> all = discord.sandbox().calls();
        return all.subList(before, all.size()).stream()
                .filter(call -> !call.route().contains("/commands")) // registered after the login, meanwhile
                .toList();
    }

    private static void row(Table table, String name, int goal, List<SandboxCall> bot, List<SandboxCall> floor) {
        Map<String, Long> byRoute =
                bot.stream().collect(Collectors.groupingBy(SandboxCall::route, Collectors.counting()));
        Sample each = Sample.of((double) bot.size() / USERS);
        table.row(
                name,
                Sample.figure(each.median()),
                each.atMost(goal),
                byRoute,
                Sample.figure((double) floor.size() / USERS));
    }
}
