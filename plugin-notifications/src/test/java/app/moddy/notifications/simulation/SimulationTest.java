package app.moddy.notifications.simulation;

import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.MessageModule;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.TemplateSource;
import app.moddy.notifications.NotificationsPlugin;
import app.moddy.notifications.action.BuiltInActions;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

public final class SimulationTest {
    public static void main(String[] args) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.OFF);
        long first = Long.parseLong(args[0]);
        int many = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        Injector injector = Guice.createInjector(
                new MessageModule(), binder -> binder.bind(MessageSettings.class).toInstance(new MessageSettings(null, null, null, null)));
        injector.getInstance(ActionRegistry.class).register("notifications", BuiltInActions.ALL, TemplateSource.of(NotificationsPlugin.class));
        MessageTemplates templates = injector.getInstance(MessageTemplates.class);
        Path folder = Files.createTempDirectory(Path.of("/dev/shm"), "sim");
        Map<String, Integer> kinds = new TreeMap<>();
        try (Ground ground = Ground.in(folder, templates)) {
            long begin = System.nanoTime();
            for (long seed = first; seed < first + many; seed++) {
                long t = System.nanoTime();
                Schedule schedule = new Schedule(ground, seed, many == 1);
                String violation = schedule.run();
                if (many == 1) System.out.println(schedule.trace());
                long ms = (System.nanoTime() - t) / 1_000_000;
                if (ms > 1500) System.out.println("slow seed " + seed + ": " + ms + " ms");
                if (violation != null) {
                    System.out.println("seed " + seed + ": " + violation);
                    kinds.merge(violation.replaceAll("[0-9.]+", "#"), 1, Integer::sum);
                }
            }
            System.out.println(kinds + "\n" + (System.nanoTime() - begin) / 1e6 / many + " ms a schedule");
        }
    }
}
