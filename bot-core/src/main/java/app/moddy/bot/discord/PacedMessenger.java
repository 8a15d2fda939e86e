package app.moddy.bot.discord;

import app.moddy.bot.instance.Instances;
import app.moddy.bot.store.Store;
import app.moddy.bot.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * The messenger, over single calls. Has no threads, no time and no chance of its own: what it does follows from the clock, the
 * store and what Discord answers.
 */
final class PacedMessenger implements Messenger, EventListener {
    private static final int MOST_CHANNELS_IN_MEMORY = 100_000;

    /** JDA waits for a channel's limit by itself, and each that waits has one of the places for all deliveries. */
    private static final int MOST_MENTIONS = 4;

    private final Desk desk;
    private final Pauses pauses;
    private final AtomicInteger mentions = new AtomicInteger();
    private final Lookout lookout;

    /**
     * A messenger that begins with {@link #start}.
     *
     * @param limit how long one delivery may take
     */
    PacedMessenger(
            DiscordCalls calls,
            Clock clock,
            Duration limit,
            Store store,
            PaceSettings pace,
            RestHealth health,
            Alarms alarms) {
        this.pauses = new Pauses(clock);
        Admission admission = new Admission(clock, new Pace(clock, pace), pauses, health, alarms, calls::ready);
        Traffic traffic = new TrafficWatch(admission, pauses, health, alarms);
        calls.reportTo(traffic);
        this.desk = new Desk(
                calls,
                clock,
                limit,
                new DmChannels(store, MOST_CHANNELS_IN_MEMORY),
                new ClosedDms(clock),
                alarms,
                admission,
                traffic);
        this.lookout = new Lookout(desk, pauses, health);
    }

    /** One over these, with all that belongs to it. */
    static PacedMessenger over(
            DiscordCalls calls,
            Clock clock,
            Timer timer,
            Store store,
            PaceSettings pace,
            Duration limit,
            StaffChannel staff) {
        Alarms alarms = new Alarms(clock, new AlarmStore(store, timer), staff);
        return new PacedMessenger(calls, clock, limit, store, pace, new RestHealth(clock), alarms);
    }

    /** From now on other instances have their part of the pace, none sends that counts as dead, and each hears of what Discord has told another. */
    void share(Instances instances, Store store) {
        instances.whenNumberChanges(desk.admission()::divide);
        desk.admission().onlyWhile(instances::isLive);
        SharedPauses shared = new SharedPauses(store, pauses);
        pauses.whenToldOf(shared::tell);
        instances.afterEachBeat(shared::look);
        instances.afterEachBeat(desk.alarms()::look);
        instances.afterEachBeat(() -> desk.channels().look(desk.closed()::forgottenUpTo));
        desk.alarms().tellStaffIf(instances::hasGateway);
    }

    /** For what goes to Discord beside messages, and shares the pace with them. */
    Desk desk() {
        return desk;
    }

    /** Begins; the store is open now. The stage ends once it has been read for the first time. */
    CompletionStage<Void> start() {
        return desk.alarms().load();
    }

    /** Who uses the bot may just have opened their DMs. */
    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof GenericInteractionCreateEvent interaction) {
            desk.closed().forget(new Snowflake(interaction.getUser().getIdLong()));
        }
    }

    @Override
    public CompletionStage<Reach> reach(Snowflake user) {
        return desk.channels().of(user).thenApply(known -> known.channel().isPresent() ? Reach.KNOWN : Reach.NEW);
    }

    @Override
    public Optional<Slot> slot(Reach reach) {
        return desk.admission().enter(reach).map(ticket -> new GrantedSlot(desk, ticket));
    }

    @Override
    public int room(Reach reach) {
        return desk.admission().room(reach);
    }

    @Override
    public Duration untilRoom(Reach reach) {
        return desk.admission().untilRoom(reach);
    }

    @Override
    public Duration timeFor(long messages, Reach reach) {
        return desk.admission().timeFor(messages, reach);
    }

    @Override
    public CompletionStage<Delivery> sendDirect(Snowflake user, MessageCreateData content, String nonce) {
        return reach(user)
                .thenCompose(reach -> slot(reach)
                        .map(slot -> slot.send(new DirectMessage(user, content, nonce, Warrant.of(() -> true))))
                        .orElseGet(() -> noRoom(reach)));
    }

    private CompletionStage<Delivery> noRoom(Reach reach) {
        String why = desk.calls().ready() ? "no room now" : "not connected to Discord";
        return CompletableFuture.completedStage(
                Delivery.notNow(why, desk.admission().timeFor(1, reach)));
    }

    @Override
    public CompletionStage<Delivery> mention(Mention mention) {
        if (mentions.incrementAndGet() > MOST_MENTIONS) {
            mentions.decrementAndGet();
            return noRoom(Reach.KNOWN);
        }
        return desk.admission()
                .enter(Reach.KNOWN)
                .map(ticket -> new GrantedSlot(desk, ticket).mention(mention))
                .orElseGet(() -> noRoom(Reach.KNOWN))
                .whenComplete((delivery, bug) -> mentions.decrementAndGet());
    }

    @Override
    public void askAgain(Snowflake user) {
        desk.closed().forget(user);
    }

    @Override
    public CompletionStage<Outlook> outlook(Snowflake user) {
        return reach(user).thenCompose(reach -> lookout.at(user, reach));
    }

    @Override
    public CompletionStage<Void> forget(Snowflake user) {
        desk.closed().forget(user);
        return desk.channels().forget(user).thenAccept(number -> desk.closed().forgotten(user, number));
    }
}
