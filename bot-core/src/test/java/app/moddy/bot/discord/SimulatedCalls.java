package app.moddy.bot.discord;

import app.moddy.bot.discord.SimulatedDiscord.Heard;
import app.moddy.bot.instance.Instances;
import app.moddy.bot.simulation.Simulation;
import app.moddy.bot.simulation.VirtualProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/** The calls of one process to the simulated Discord, with what JDA does by itself. For one thread. */
final class SimulatedCalls implements DiscordCalls {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Simulation simulation;
    private final SimulatedDiscord discord;
    private final VirtualProcess process;
    private final SimulatedWire wire;
    private final WirePace pace;
    private final Set<SimulatedCall> underWay = new LinkedHashSet<>();
    private final Deque<SimulatedCall> opening = new ArrayDeque<>();
    private @Nullable Traffic traffic;
    private boolean loggedIn;
    private long blockedUntil;

    SimulatedCalls(
            Simulation simulation,
            SimulatedDiscord discord,
            VirtualProcess process,
            SimulatedWire wire,
            Duration login) {
        this.simulation = simulation;
        this.discord = discord;
        this.process = process;
        this.wire = wire;
        this.pace = new WirePace(45, simulation.time()::nanos);
        process.in(login, () -> loggedIn = true);
    }

    /** Keeps the pace together with these. */
    void share(Instances others) {
        others.whenNumberChanges(pace::divide);
    }

    @Override
    public boolean ready() {
        return loggedIn;
    }

    @Override
    public void reportTo(Traffic listener) {
        traffic = listener;
    }

    @Override
    public CompletionStage<Opened> open(Snowflake user, Errand errand) {
        SimulatedCall call = call(SimulatedWire.Kind.OPEN, user.toString(), errand, () -> discord.open(user));
        wire.asks(process, SimulatedWire.Kind.OPEN);
        opening.add(call);
        if (opening.size() == 1) { // JDA opens one DM at a time
            call.begin();
        }
        return call.ended()
                .thenApply(ended -> new Opened(
                        nothingSent(ended.answer()),
                        ended.heard() == null ? 0 : ended.heard().channel()));
    }

    /** What may be repeated at will is never in doubt. */
    private static Answer nothingSent(Answer answer) {
        return answer.verdict().kind() == Verdict.Kind.UNKNOWN
                ? new Answer(Verdict.notNow(SOON), answer.code())
                : answer;
    }

    @Override
    public CompletionStage<Answer> post(long channel, MessageCreateData content, String nonce, Errand errand) {
        MessageEmbed embed = content.getEmbeds().get(0);
        String footer =
                Objects.requireNonNull(Objects.requireNonNull(embed.getFooter()).getText());
        String ref = footer.substring(footer.lastIndexOf(' ') + 1);
        SimulatedCall call = call(SimulatedWire.Kind.POST, ref, errand, () -> discord.post(channel, nonce, ref));
        call.begin();
        return call.ended().thenApply(SimulatedCall.Ended::answer);
    }

    @Override
    public CompletionStage<Footers> footers(long channel, Instant since, Errand errand) {
        SimulatedCall call =
                call(SimulatedWire.Kind.SEARCH, Long.toString(channel), errand, () -> discord.footers(channel));
        call.begin();
        return call.ended()
                .thenApply(ended -> new Footers(
                        nothingSent(ended.answer()),
                        ended.heard() == null ? List.of() : ended.heard().texts()));
    }

    @Override
    public CompletionStage<Answer> mention(Mention mention, Errand errand) {
        String nonce = mention.nonce();
        SimulatedCall call =
                call(SimulatedWire.Kind.MENTION, nonce, errand, () -> discord.mention(mention.user(), nonce));
        call.begin();
        return call.ended().thenApply(SimulatedCall.Ended::answer);
    }

    /** Only staff ask; the simulation has none who do. */
    @Override
    public CompletionStage<Outlook.Acquaintance> meet(Snowflake user, Errand errand) {
        return CompletableFuture.completedStage(Outlook.Acquaintance.NOT_KNOWN);
    }

    private SimulatedCall call(SimulatedWire.Kind kind, String subject, Errand errand, Supplier<Heard> atDiscord) {
        SimulatedCall call = new SimulatedCall(this, kind, subject, errand, atDiscord);
        underWay.add(call);
        simulation.note("%s: %s %s begins", process, kind, subject);
        if (underWay.size() > 64) {
            simulation.violated("%s: %d calls under way", process, underWay.size());
        }
        process.after(errand.left(), call::timeIsOver);
        return call;
    }

    Simulation simulation() {
        return simulation;
    }

    SimulatedTroubles troubles() {
        return discord.troubles();
    }

    VirtualProcess process() {
        return process;
    }

    Traffic traffic() {
        return Objects.requireNonNull(traffic);
    }

    /** How long JDA holds everything back. */
    Duration blocked() {
        return Duration.ofNanos(Math.max(0, blockedUntil - simulation.time().nanos()));
    }

    /** In JDA's threads. */
    WirePace pace() {
        return pace;
    }

    void goesOut(SimulatedCall call) {
        wire.goesOut(process, call.kind(), call.subject());
    }

    /** Discord has answered 429 to this call; what waits for the same limit is told, as WireTap does. */
    void limited(SimulatedCall by, Duration pause, String description) {
        if (troubles().is(SimulatedTroubles.Kind.GLOBAL_LIMIT)) {
            blockedUntil = simulation.time().nanos() + pause.toNanos();
            traffic().limited(Traffic.Scope.EVERYTHING, pause);
            List.copyOf(underWay).forEach(call -> call.attempt().limited(description, pause, true));
        } else if (by.kind() == SimulatedWire.Kind.OPEN) {
            traffic().limited(Traffic.Scope.OPENING, pause);
            List.copyOf(opening).forEach(call -> call.attempt().limited(description, pause, false));
        } else {
            by.attempt().limited(description, pause, false);
        }
    }

    void ended(SimulatedCall call) {
        underWay.remove(call);
        boolean wasFirst = call.equals(opening.peek());
        opening.remove(call);
        if (wasFirst && !opening.isEmpty()) {
            process.execute(opening.element()::begin);
        }
    }
}
