package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.DiscordStatus.Gateway;
import app.moddy.bot.instance.Instance;
import app.moddy.bot.store.PostgresDatabase;
import app.moddy.bot.store.Relay;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxUser;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two bots on one PostgreSQL, of which one has the gateway. */
@Execution(ExecutionMode.CONCURRENT)
class OneGatewayTest {
    private static final Duration TAKEOVER = Duration.ofSeconds(15);

    private final Scene scene = Scene.open();
    private final PostgresDatabase database = PostgresDatabase.create();
    private final Relay network = Relay.to(database);
    private final AtomicInteger uses = new AtomicInteger();
    private final Behind behindHolder = new Behind();
    private Talk holder;
    private Talk standby;

    private static final class Count implements SlashCommand {
        private final AtomicInteger uses;

        @Inject
        Count(AtomicInteger uses) {
            this.uses = uses;
        }

        @Override
        public SlashCommandData data() {
            return Commands.slash("count", "Counts its uses");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.staff();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("use " + uses.incrementAndGet()));
        }
    }

    private static final class Counting extends Window {
        private final AtomicInteger uses;

        Counting(AtomicInteger uses) {
            super("window");
            this.uses = uses;
        }

        @Override
        protected void configure() {
            bind(AtomicInteger.class).toInstance(uses);
            command(Count.class);
        }
    }

    private RunningBot.Builder on(String url) {
        return scene.bot().environment("DATABASE_URL", url);
    }

    private static void awaitGateway(Talk bot, Gateway state) {
        Eventually.isTrue("gateway " + state, () -> bot.status().gateway() == state);
    }

    @BeforeEach
    void start() throws Exception {
        holder = Talk.start(on(network.url(database)).replacing(behindHolder), new Counting(uses));
        awaitGateway(holder, Gateway.CONNECTED);
        standby = Talk.start(on(database.url()), new Counting(uses));
    }

    @AfterEach
    void stop() throws Exception {
        holder.close();
        standby.close();
        network.close();
        scene.close();
        database.close();
    }

    private String count() {
        return scene.ada().in(scene.guild()).runs("/count", Map.of()).await().content();
    }

    private Duration untilTakenOver(long begin) {
        awaitGateway(standby, Gateway.CONNECTED);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void theOtherStandsByAndSends() throws Exception {
        assertThat(standby.status().gateway()).isEqualTo(Gateway.STANDBY);
        assertThat(standby.status().gatewayGoneFor()).isZero();
        SandboxUser user = scene.discord().user("carol").joins(scene.guild());
        assertThat(standby.send(user).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        scene.awaitCommands("count");
        assertThat(count()).isEqualTo("use 1");
        assertThat(count()).isEqualTo("use 2");
        assertThat(scene.discord().gateway().mostSessions()).isEqualTo(1);
    }

    /** JDA knows no guild without the gateway: what needs one has time, and is not refused. */
    @Test
    void whatNeedsAGuildIsNotNowForTheOther() throws Exception {
        SandboxChannel channel = scene.guild().channel("general");
        Mention mention = new Mention(Talk.id(scene.bob()), Snowflake.parse(channel.id()), "Hello", "1", () -> true);
        Delivery mentioned =
                standby.messenger().mention(mention).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(mentioned.outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
        MemberRoles roles = standby.window().get(MemberRoles.class);
        Snowflake guild = Snowflake.parse(scene.guild().id());
        assertThat(roles.obstacle(guild, Snowflake.parse(scene.staff().id()))).hasValue(RoleOutcome.NOT_NOW);
    }

    @Test
    void aLanguageThatIsChosenIsKnownToBothAtOnce() throws Exception {
        Snowflake bob = Talk.id(scene.bob());
        UserLanguages others = standby.window().get(UserLanguages.class);
        UserLanguage before = others.of(bob).toCompletableFuture().get(10, TimeUnit.SECONDS);
        holder.window()
                .get(UserLanguages.class)
                .choose(bob, Optional.of(DiscordLocale.FRENCH))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(others.of(bob).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isNotEqualTo(before);
    }

    @Test
    void whoStopsLeavesTheGatewayToTheNextAtOnce() {
        scene.awaitCommands("count");
        holder.close();
        assertThat(untilTakenOver(System.nanoTime())).isLessThan(Duration.ofSeconds(6));
        assertThat(count()).isEqualTo("use 1");
        assertThat(scene.discord().gateway().mostSessions()).isEqualTo(1);
    }

    @Test
    void whoIsCutOffFromTheDatabaseLeavesTheGatewayBeforeTheNextTakesIt() throws Exception {
        scene.awaitCommands("count");
        long begin = System.nanoTime();
        network.silent(true);
        awaitGateway(holder, Gateway.STANDBY);
        assertThat(standby.status().gateway()).isEqualTo(Gateway.STANDBY);
        assertThat(untilTakenOver(begin)).isLessThan(TAKEOVER);
        assertThat(count()).isEqualTo("use 1");
        network.silent(false);
        SandboxUser user = scene.discord().user("carol").joins(scene.guild());
        Eventually.isTrue("a new user is served", () -> holder.messenger().room(Reach.NEW) > 0);
        assertThat(holder.send(user).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        assertThat(holder.status().gateway()).isEqualTo(Gateway.STANDBY);
        assertThat(scene.discord().gateway().mostSessions()).isEqualTo(1);
    }

    /** JDA holds this lock for as long as it likes while it reconnects; whoever ends it waits for it, and fails. */
    @Test
    void whoLeavesLogsInAnewThoughItsOldJdaDoesNotEnd() {
        JDA old = behindHolder.jda();
        ReentrantLock held = Behind.reconnectLock(old);
        try (LogLines log = LogLines.of(Farewell.class)) {
            held.lock();
            try {
                network.silent(true);
                Eventually.isTrue("another JDA", () -> behindHolder.hasOtherThan(old));
                assertThat(holder.status().gateway()).isEqualTo(Gateway.STANDBY);
                Eventually.isTrue(
                        "it failed",
                        () -> log.containing("JDA does not end as it should").size() == 1);
            } finally {
                held.unlock();
            }
            Eventually.isTrue("the old one has ended", () -> old.getStatus() == JDA.Status.SHUTDOWN);
        }
        assertThat(untilTakenOver(System.nanoTime())).isLessThan(TAKEOVER);
        assertThat(scene.discord().gateway().mostSessions()).isEqualTo(1);
    }

    /** As when it was asleep, and its heart is the first to beat again: another may have had the gateway meanwhile. */
    @Test
    void whoMayHaveLostTheGatewayForAMomentBeginsItsSessionAnew() {
        standby.close();
        int identifies = scene.discord().gateway().identifies();
        database.execute("DELETE FROM instance");
        Eventually.isTrue("a new session", () -> scene.discord().gateway().identifies() == identifies + 1);
        awaitGateway(holder, Gateway.CONNECTED);
        assertThat(count()).isEqualTo("use 1");
        assertThat(scene.discord().gateway().mostSessions()).isEqualTo(1);
    }

    @Test
    void whoTakesItsTimeWithTheNewsDoesNotCostTheLease() {
        CountDownLatch test = new CountDownLatch(1);
        behindHolder.instances().whenOthersChange(() -> await(test)); // a plugin is told on its own threads
        try {
            standby.close();
            long begin = seenAt();
            Eventually.isTrue("heartbeats go on", () -> seenAt() - begin > 10_000);
            assertThat(holder.window().get(Instance.class).isLive()).isTrue();
        } finally {
            test.countDown();
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long seenAt() {
        return Long.parseLong(value("SELECT max(seen_at) FROM instance"));
    }

    private String value(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the gateway had gone from one to the other all the time. */
    @Test
    void whenTooManySessionsHaveBegunTheNextWaitsAndMessagesAreSentMeanwhile() throws Exception {
        int identifies = scene.discord().gateway().identifies();
        database.execute("UPDATE gateway_sessions SET full_at = full_at + 3600000");
        try (LogLines log = LogLines.of(SessionStarts.class)) {
            holder.close();
            awaitGateway(standby, Gateway.RECONNECTING);
            Eventually.isTrue(
                    "it waits", () -> log.containing("the next one waits for 1").size() == 1);
            SandboxUser user = scene.discord().user("carol").joins(scene.guild());
            assertThat(standby.send(user).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(standby.status().gatewayGoneFor()).isPositive();
            assertThat(scene.discord().gateway().identifies()).isEqualTo(identifies);
        }
        database.execute("DELETE FROM gateway_sessions");
        awaitGateway(standby, Gateway.CONNECTED);
        assertThat(scene.discord().gateway().identifies()).isEqualTo(identifies + 1);
    }
}
