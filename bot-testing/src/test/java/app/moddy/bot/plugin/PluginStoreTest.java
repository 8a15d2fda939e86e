package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.moddy.bot.discord.StaffChannel;
import app.moddy.bot.store.Store;
import app.moddy.bot.store.StoreStatus;
import app.moddy.bot.store.broken.BrokenPlugin;
import app.moddy.bot.store.first.BadgesPlugin;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.bot.time.Timer;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginStoreTest {
    /** Wants the store and keeps nothing in it. */
    static final class Nosy {
        @Inject
        Nosy(Store store) {
            throw new AssertionError("it has got " + store);
        }
    }

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static List<String> badges(Window plugin) {
        return plugin.get(Store.class)
                .read(sql -> sql.list("SELECT name || id FROM badge ORDER BY id", row -> row.getString(1)))
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aPluginsTablesAreThereWhenItStartsAndWhatItKeptAfterARestart() throws Exception {
        for (List<String> expected : List.of(List.of("gold0"), List.of("gold0", "gold1"))) {
            BadgesPlugin plugin = new BadgesPlugin("badges");
            try (RunningBot bot = scene.bot().data(folder).plugins(plugin).startWithoutWaiting()) {
                assertThat(bot.wasRefused()).isFalse();
                assertThat(plugin.get(Store.class)
                                .write(sql -> 0) // behind what the plugin has written
                                .toCompletableFuture())
                        .succeedsWithin(10, TimeUnit.SECONDS);
                assertThat(badges(plugin)).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatFollowsAWriteOfTheEndHoldsUpNoOther() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        BadgesPlugin plugin = new BadgesPlugin("badges", store -> {
            CountDownLatch queued = new CountDownLatch(1);
            store.write(sql -> await(queued)).thenRun(() -> await(end));
            for (int i = 0; i < 5; i++) {
                store.write(sql -> sql.update("INSERT INTO badge (id, name) SELECT count(*), 'last' FROM badge"));
            }
            queued.countDown();
        });
        try {
            scene.bot().data(folder).plugins(plugin).startWithoutWaiting().close();
        } finally {
            end.countDown();
        }
        BadgesPlugin later = new BadgesPlugin("badges");
        try (RunningBot bot = scene.bot().data(folder).plugins(later).startWithoutWaiting()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(badges(later))
                    .filteredOn(badge -> badge.startsWith("last"))
                    .hasSize(5);
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void aMigrationThatFailsIsThatPluginsReasonAlone() throws Exception {
        BadgesPlugin badges = new BadgesPlugin("badges");
        try (RunningBot bot = scene.bot()
                .plugins(badges, new BrokenPlugin(), new BadgesPlugin("twin"))
                .startWithoutWaiting()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(badges.get(Plugins.class).all())
                    .extracting(PluginStatus::name, PluginStatus::state)
                    .containsExactly(
                            tuple("badges", PluginState.RUNNING),
                            tuple("broken", PluginState.FAILED),
                            tuple("twin", PluginState.FAILED));
            assertThat(badges.get(Plugins.class).all().get(1).reason())
                    .startsWith("its tables can not be brought up to date: ")
                    .contains("table badge already exists");
        }
    }

    @Test
    void whoBringsNoMigrationsHasNoStore() throws Exception {
        Window nosy = new Window("nosy") {
            @Override
            protected void configure() {
                bind(Nosy.class);
            }
        };
        Window witness = new Window("witness");
        try (RunningBot bot = scene.bot().plugins(nosy, witness).startWithoutWaiting()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(witness.get(Plugins.class).all())
                    .extracting(PluginStatus::name, PluginStatus::state)
                    .containsExactly(tuple("nosy", PluginState.FAILED), tuple("witness", PluginState.RUNNING));
        }
    }

    @Test
    void everyPluginHasTheServicesOfTimeChanceAndStaff() throws Exception {
        Window window = new Window("window");
        try (RunningBot bot = scene.bot().plugins(window).startWithoutWaiting()) {
            assertThat(bot.wasRefused()).isFalse();
            for (Class<?> service :
                    List.of(Timer.class, Clock.class, RandomGenerator.class, StoreStatus.class, StaffChannel.class)) {
                assertThat((Object) window.get(service)).isNotNull();
            }
            assertThat(window.get(Clock.class)).isSameAs(window.get(Clock.class));
        }
    }
}
