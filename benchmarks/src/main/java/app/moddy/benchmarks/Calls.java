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
        Table table = new Table("notification", "calls", "goal", "which");
        Path folder = Folders.fresh("calls");
        try (Discord discord = Discord.limitless(USERS)) {
            try (Subject bot = Subject.bot(setting, discord, folder, Subject.UNPACED)) {
                row(table, "the first to a user", 2, discord, bot);
                row(table, "the second", 1, discord, bot);
            }
            try (Subject bot = Subject.bot(setting, discord, folder, Subject.UNPACED)) {
                row(table, "after a restart", 1, discord, bot);
            }
        }
        table.print("Calls to Discord per notification, mean of " + USERS + " users");
    }

    private static void row(Table table, String name, int goal, Discord discord, Subject bot) {
        int before = discord.sandbox().calls().size();
        bot.meet(USERS);
        List<SandboxCall> all = discord.sandbox().calls();
        List<SandboxCall> calls = all.subList(before, all.size()).stream()
                .filter(call -> !call.route().contains("/commands")) // registered after the login, meanwhile
                .toList();
        Map<String, Long> byRoute =
                calls.stream().collect(Collectors.groupingBy(SandboxCall::route, Collectors.counting()));
        Sample each = Sample.of((double) calls.size() / USERS);
        table.row(name, Sample.figure(each.median()), each.atMost(goal), byRoute);
    }
}
