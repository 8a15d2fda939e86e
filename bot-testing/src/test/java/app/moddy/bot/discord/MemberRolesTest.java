package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.RoleChange.Kind;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxAuditEntry;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What any plugin can do with the roles of members. */
class MemberRolesTest {
    private static final String GIVE = "PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final DiscordSandbox discord =
            DiscordSandbox.builder().withoutRateLimits().checkingSchema().start();
    private final Scene scene = Scene.on(discord);
    private final Window window = new Window("window");
    private final SandboxRole gold = scene.guild().role("Gold");
    private final Snowflake guild = Snowflake.parse(scene.guild().id());
    private final Snowflake bob = Snowflake.parse(scene.bob().id());

    @AfterEach
    void close() {
        scene.close();
    }

    private RunningBot start(String requestsPerSecond) throws Exception {
        return scene.bot()
                .environment("MODDY_REQUESTS_PER_SECOND", requestsPerSecond)
                .plugins(window)
                .start();
    }

    private MemberRoles roles() {
        return window.get(MemberRoles.class);
    }

    private static <T> T now(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private RoleChange change(Kind kind, String role) {
        return new RoleChange(kind, guild, bob, Snowflake.parse(role), "because");
    }

    @Test
    void looksUpGivesAndTakes() throws Exception {
        try (RunningBot bot = start("45")) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(roles().guilds()).containsExactly(guild);
            assertThat(now(roles().find(guild, bob, LIMIT))).isEqualTo(new MemberLookup.Found(Set.of()));
            assertThat(now(roles().change(change(Kind.ADD, gold.id()), LIMIT)))
                    .isEqualTo(RoleResult.of(RoleOutcome.DONE, ""));
            assertThat(now(roles().find(guild, bob, LIMIT)))
                    .isEqualTo(new MemberLookup.Found(Set.of(Snowflake.parse(gold.id()))));
            assertThat(now(roles().change(change(Kind.REMOVE, gold.id()), LIMIT))
                            .outcome())
                    .isEqualTo(RoleOutcome.DONE);
            assertThat(scene.guild().auditLog())
                    .containsExactly(
                            new SandboxAuditEntry(scene.bob().id(), gold.id(), true, "because"),
                            new SandboxAuditEntry(scene.bob().id(), gold.id(), false, "because"));
        }
    }

    @Test
    void saysWhatIsInTheWayWithoutAskingDiscord() throws Exception {
        try (RunningBot bot = start("45")) {
            assertThat(bot.wasRefused()).isFalse();
            Snowflake role = Snowflake.parse(gold.id());
            Snowflake other = new Snowflake(123456789012345678L);
            assertThat(roles().obstacle(guild, role)).isEmpty();
            assertThat(roles().name(guild, role)).contains("Gold");
            assertThat(roles().obstacle(guild, other)).contains(RoleOutcome.UNKNOWN_ROLE);
            assertThat(roles().obstacle(other, role)).contains(RoleOutcome.NOT_IN_GUILD);
            assertThat(roles().obstacle(guild, guild)).as("@everyone").contains(RoleOutcome.UNASSIGNABLE);
            gold.moveAboveBot();
            Eventually.isTrue("above", () -> roles().obstacle(guild, role).equals(Optional.of(RoleOutcome.HIERARCHY)));
            scene.guild().botRole().permissions(0);
            Eventually.isTrue(
                    "not allowed",
                    () -> roles().obstacle(guild, role).equals(Optional.of(RoleOutcome.MISSING_PERMISSION)));
            assertThat(now(roles().change(change(Kind.ADD, gold.id()), LIMIT)).outcome())
                    .isEqualTo(RoleOutcome.MISSING_PERMISSION);
            assertThat(discord.calls(GIVE)).isEmpty();
        }
    }

    @Test
    void whileTheGatewayIsAwayAGuildThatIsNotKnownMayYetCome() throws Exception {
        try (RunningBot bot = start("45")) {
            discord.gateway().refuseConnections(true);
            discord.gateway().drop();
            Snowflake role = Snowflake.parse(gold.id());
            Snowflake other = new Snowflake(123456789012345678L);
            Eventually.isTrue(
                    "it has noticed", () -> roles().obstacle(other, role).equals(Optional.of(RoleOutcome.NOT_NOW)));
            assertThat(bot.wasRefused()).isFalse();
            assertThat(roles().obstacle(guild, role)).as("it knows its own").isEmpty();
        }
    }

    @Test
    void aCallThatTakesTooLongIsGivenUp() throws Exception {
        try (RunningBot bot = start("45")) {
            assertThat(bot.wasRefused()).isFalse();
            discord.on(GIVE).failAlways(SandboxFault.hang());
            RoleResult result = now(roles().change(change(Kind.ADD, gold.id()), Duration.ofMillis(300)));
            assertThat(result.outcome()).isEqualTo(RoleOutcome.NOT_NOW);
            assertThat(result.retryAfter()).isPositive();
            discord.on(GIVE).heal();
            assertThat(now(roles().change(change(Kind.ADD, gold.id()), Duration.ZERO))
                            .outcome())
                    .isEqualTo(RoleOutcome.NOT_NOW);
        }
    }

    /** Ten of them take a second, and messages wait for them. */
    @Test
    void callsKeepThePace() throws Exception {
        List<SandboxRole> many = IntStream.range(0, 20)
                .mapToObj(i -> scene.guild().role("Role " + i))
                .toList();
        try (RunningBot bot = start("10")) {
            assertThat(bot.wasRefused()).isFalse();
            long begin = System.nanoTime();
            List<CompletableFuture<RoleResult>> all = many.stream()
                    .map(role ->
                            roles().change(change(Kind.ADD, role.id()), LIMIT).toCompletableFuture())
                    .toList();
            assertThat(window.get(Messenger.class).room(Reach.KNOWN)).isZero();
            for (CompletableFuture<RoleResult> each : all) {
                assertThat(now(each).outcome()).isEqualTo(RoleOutcome.DONE);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        }
    }
}
