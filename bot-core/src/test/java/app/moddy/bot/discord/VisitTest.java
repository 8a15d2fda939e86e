package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Bot;
import app.moddy.bot.instance.Instances;
import app.moddy.bot.instance.SimulatedInstances;
import app.moddy.bot.simulation.MachineClock;
import app.moddy.bot.simulation.SimulatedStore;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import app.moddy.bot.store.SteppedStore;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.RawGatewayEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is heard of a session, when the process that has it was asleep. */
class VisitTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Simulation simulation = new Simulation(7, 0);
    private final VirtualProcess process = new VirtualProcess(simulation, "one", new MachineClock(simulation.time()));
    private int heard;
    private SimulatedStore store;
    private Instances instances;
    private Visit visit;
    private EventListener ears;

    @BeforeEach
    void begin() throws Exception {
        SteppedStore first = SteppedStore.in(folder, Runnable::run, false);
        first.migrate("", Bot.class);
        first.close();
        store = new SimulatedStore(simulation, process, folder, new SimulatedStore.Disk()).asServer();
        instances = SimulatedInstances.of(simulation, process, store);
        var unused = instances.start();
        await(instances::hasGateway);
        visit = visit();
        ears = visit.heardBy(event -> heard++);
    }

    @AfterEach
    void end() {
        store.crash();
    }

    @SuppressWarnings("NullAway") // nothing asks for JDA
    private Visit visit() {
        Visit begun = new Visit(instances, process.clock());
        begun.loggedIn(new DiscordLogin.Login(null, new GatewaySession("ws://gateway")));
        begun.begin();
        return begun;
    }

    private void await(BooleanSupplier condition) {
        assertThat(simulation.runUntil(condition, LIMIT)).isTrue();
    }

    /** Its heart beats before anything is heard: the gateway is its own, and was another's meanwhile, or may have been. */
    private void sleepAndWake() {
        process.stall(Duration.ofSeconds(20));
        await(() -> !process.isStalled());
        await(instances::hasGateway);
    }

    @SuppressWarnings("NullAway") // nothing asks for JDA
    private static GenericEvent interaction() {
        Interaction numbered = (Interaction) Proxy.newProxyInstance(
                VisitTest.class.getClassLoader(),
                new Class<?>[] {Interaction.class},
                (proxy, method, arguments) -> method.getReturnType() == long.class ? 1L : "1");
        return new GenericInteractionCreateEvent(null, 0, numbered);
    }

    @SuppressWarnings("NullAway") // nobody asks what it is
    private static GenericEvent other() {
        return new RawGatewayEvent(null, 0, DataObject.empty());
    }

    private void hear(GenericEvent event) {
        ears.onEvent(event);
        simulation.runUntil(() -> false, Duration.ofSeconds(1)); // the database is asked
    }

    @Test
    void interactionsAreHeardWhileTheGatewayIsItsOwn() {
        hear(interaction());
        simulation.runUntil(() -> false, LIMIT);
        hear(interaction());
        assertThat(heard).isEqualTo(2);
        assertThat(visit.isOurs()).isTrue();
    }

    @Test
    void whatWasSentToASleeperIsNotHeardThoughItHasTheGatewayAgain() {
        sleepAndWake();
        hear(interaction());
        assertThat(heard).isZero();
        assertThat(visit.isOurs()).isFalse();
        hear(other());
        assertThat(heard).isEqualTo(1);
    }

    private void write(String sql) {
        AtomicBoolean done = new AtomicBoolean();
        var unused = store.write(on -> on.update(sql.replace("NOW", on.dialect().now())))
                .thenAccept(rows -> done.set(true));
        await(done::get);
    }

    /** Its machine was paused, and its clocks with it: another has found it dead, and nothing here says so. */
    @Test
    void norWhatComesBeforeTheFirstHeartbeatWhenNoClockHasSeenTheSleep() {
        write("DELETE FROM instance");
        write("INSERT INTO instance (id, seen_at, gateway) VALUES ('two', NOW, 1)");
        assertThat(visit.isOurs()).isTrue();
        hear(interaction());
        assertThat(heard).isZero();
    }

    /** The other has left since, and its own heartbeat is written, but not known here yet. */
    @Test
    void norWhenItsRowIsThereAgainWithTheGateway() {
        write("UPDATE instance SET since = since + 1");
        assertThat(visit.isOurs()).isTrue();
        hear(interaction());
        assertThat(heard).isZero();
    }

    @Test
    void norWhatTheDatabaseDoesNotConfirm() {
        store.cut(true);
        hear(interaction());
        assertThat(heard).isZero();
        hear(other());
        assertThat(heard).isEqualTo(1);
    }

    /** Discord has told its user by then that nothing came, and they use it again. */
    @Test
    void norWhatItConfirmsTooLate() {
        ears.onEvent(interaction());
        process.stall(Duration.ofSeconds(2));
        await(() -> !process.isStalled());
        simulation.runUntil(() -> false, Duration.ofSeconds(1));
        assertThat(heard).isZero();
        hear(interaction());
        assertThat(heard).isEqualTo(1);
    }

    @Test
    void aListenerThatFailsKeepsNoOtherFromIt() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(Visit.class);
        log.addAppender(lines);
        lines.start();
        EventListener failing = visit.heardBy(event -> {
            throw new IllegalStateException("a fault");
        });
        failing.onEvent(interaction());
        hear(interaction());
        log.detachAppender(lines);
        assertThat(heard).isEqualTo(1);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("A listener failed at interaction 1");
    }

    @Test
    void theNextSessionIsHeard() {
        sleepAndWake();
        visit = visit();
        ears = visit.heardBy(event -> heard++);
        hear(interaction());
        assertThat(heard).isEqualTo(1);
        assertThat(visit.isOurs()).isTrue();
    }
}
