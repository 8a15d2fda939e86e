package app.moddy.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs benchmarks: {@code benchmarks/run <name> [--rounds=N] [--seconds=N] [--launcher=FILE] [--postgres] ...}. */
public final class Main {
    private static final int WRONG_USE = 64;
    private static final Map<String, Benchmark> ALL = all();

    private Main() {}

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("notify", Notify.bot());
        all.put("durability", Notify.durability());
        all.put("users", new Users());
        all.put("accept", new Accept());
        all.put("drain", new Drain());
        all.put("burst", new Burst());
        all.put("calls", new Calls());
        all.put("rendering", new RenderingTable());
        all.put("start", new Start());
        all.put("queries", new Queries());
        return all;
    }

    /** Runs the one that is named, or all of them. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        String name = given.isEmpty() ? "" : given.get(0);
        if (!name.equals("all") && !ALL.containsKey(name)) {
            System.err.println(
                    "usage: benchmarks/run all|" + String.join("|", ALL.keySet())
                            + " [--rounds=N] [--seconds=N] [--launcher=FILE] [--postgres] [--clients=N,N] [--discord=MILLIS,MILLIS]");
            System.exit(WRONG_USE);
        }
        Setting setting = Setting.of(given.subList(1, given.size()));
        for (Map.Entry<String, Benchmark> benchmark : ALL.entrySet()) {
            if (name.equals("all") || name.equals(benchmark.getKey())) {
                benchmark.getValue().run(setting);
            }
        }
        System.exit(0); // the sandbox's console threads and the like do not matter any more
    }
}
