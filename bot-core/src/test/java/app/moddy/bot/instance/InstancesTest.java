package app.moddy.bot.instance;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Bot;
import app.moddy.bot.simulation.MachineClock;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.bot.store.SteppedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances on a simulated server, whose clock and whose network a test has in its hands. */
class InstancesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final Simulation simulation = new Simulation(7, 0);
    private final MachineClock server = new MachineClock(simulation.time());
    private final List<One> all = new ArrayList<>();

    private record One(VirtualProcess process, SimulatedStore store, Instances instances) {
        boolean isLive() {
            return instances.isLive();
        }
    }

    @BeforeEach
    void migrate() throws Exception {
        SteppedStore store = SteppedStore.in(folder, Runnable::run, false);
        store.migrate("", Bot.class);
        store.close();
    }

    @AfterEach
    void close() {
        all.forEach(one -> one.store().crash());
    }

    private One one(String name) {
        VirtualProcess process = new VirtualProcess(simulation, name, new MachineClock(simulation.time()));
        SimulatedStore store =
                new SimulatedStore(simulation, process, folder, new SimulatedStore.Disk()).asServer(server);
        One one = new One(process, store, SimulatedInstances.of(simulation, process, store));
        all.add(one);
        var unused = one.instances().start();
        return one;
    }

    private void await(String what, BooleanSupplier condition, Duration limit) {
        assertThat(simulation.runUntil(condition, limit)).as(what).isTrue();
        assertThat(simulation.violation()).isNull();
    }

    private void pass(Duration time) {
        simulation.runUntil(() -> false, time);
        assertThat(simulation.violation()).isNull();
    }

    private int rows() {
        List<Integer> rows = new ArrayList<>();
        var unused = all.get(0)
                .store()
                .read(sql -> sql.list("SELECT id FROM instance", row -> row.getString(1)))
                .thenAccept(ids -> rows.add(ids.size()));
        await("rows", () -> !rows.isEmpty(), SOON);
        return rows.get(0);
    }

    /** Nobody was there to take it: but nobody here can know that. */
    @Test
    void whoHasSleptHasTheGatewayForAnotherTime() {
        One one = one("one");
        await("live", one::isLive, SOON);
        OptionalLong before = one.instances().gateway();
        assertThat(before).isPresent();
        pass(Duration.ofSeconds(30));
        assertThat(one.instances().gateway()).isEqualTo(before);
        one.process().stall(Duration.ofSeconds(20));
        await("awake", () -> !one.process().isStalled(), Duration.ofSeconds(21));
        await("live", () -> one.isLive() && one.instances().hasGateway(), SOON);
        assertThat(one.instances().gateway()).isPresent().isNotEqualTo(before);
    }

    /** The heartbeat was under way to the store when it left. */
    @Test
    void aHeartbeatThatComesAfterLeavingDoesNotJoinAgain() {
        One one = one("one");
        One other = one("other");
        await("both", () -> one.isLive() && other.isLive(), Duration.ofSeconds(10));
        pass(Duration.ofMillis(1));
        one.store().beforeNextWrite(one.instances()::close);
        pass(Duration.ofSeconds(3));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aServerWhoseClockIsSetBackLosesTheDeadAndKeepsTheLiving() {
        One one = one("one");
        One dead = one("dead");
        await("both", () -> one.isLive() && dead.isLive(), Duration.ofSeconds(10));
        dead.process().kill();
        server.jump(Duration.ofHours(-1));
        pass(Duration.ofSeconds(15));
        assertThat(rows()).isEqualTo(1);
        assertThat(one.isLive()).isTrue();
    }

    /** Else it would wait for the others until the time at which it came. */
    @Test
    void itIsLiveBesideWhoComesAfterwards() {
        One one = one("one");
        One other = one("other");
        await("both", () -> one.isLive() && other.isLive(), Duration.ofSeconds(10));
        server.jump(Duration.ofHours(-1));
        pass(Duration.ofSeconds(12));
        assertThat(rows()).isEqualTo(2);
        assertThat(all).allMatch(One::isLive);
    }

    @Test
    void whoHasTheGatewayKeepsItWhenTheServersClockIsSetBack() {
        One one = one("one");
        await("the gateway", () -> one.instances().hasGateway(), SOON);
        pass(Duration.ofSeconds(1)); // so that their heartbeats take turns
        One other = one("other");
        await("both", () -> one.isLive() && other.isLive(), Duration.ofSeconds(10));
        OptionalLong before = one.instances().gateway();
        for (int i = 0; i < 8; i++) { // whichever of them has its next heartbeat first
            pass(Duration.ofMillis(12_300));
            server.jump(Duration.ofHours(-1));
        }
        pass(Duration.ofSeconds(12));
        assertThat(one.instances().gateway()).isPresent().isEqualTo(before);
    }
}
