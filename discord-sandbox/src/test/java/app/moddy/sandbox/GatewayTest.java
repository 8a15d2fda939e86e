package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.Bots.Bot;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.member.GuildMemberRoleAddEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JDA does when its connection suffers. */
class GatewayTest {
    private final DiscordSandbox discord =
            DiscordSandbox.builder().checkingSchema().privilegedIntents(2).start();
    private final SandboxGuild guild = discord.guild("Moddy HQ");
    private final LinkedBlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();
    private final Bot bot = Bots.login(
            discord,
            builder -> builder.enableIntents(GatewayIntent.GUILD_MEMBERS)
                    .setMemberCachePolicy(MemberCachePolicy.ALL)
                    .setChunkingFilter(ChunkingFilter.NONE)
                    .addEventListeners((EventListener) events::add));

    @AfterEach
    void endsWithoutProblems() {
        bot.close();
        discord.close();
        assertThat(discord.problems()).isEmpty();
    }

    private <T extends GenericEvent> T await(Class<T> type) {
        Bots.eventually(type.getSimpleName(), () -> events.stream().anyMatch(type::isInstance));
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void assertResumedWithMissedEvents() {
        await(SessionResumeEvent.class);
        assertThat(discord.gateway().resumes()).isEqualTo(1);
        assertThat(discord.gateway().identifies()).isEqualTo(1);
        Bots.eventually(
                "the new guild",
                () -> bot.jda().getGuildsByName("Second", false).size() == 1);
    }

    @Test
    void resumesAfterABrokenConnectionAndGetsWhatItMissed() {
        discord.gateway().refuseConnections(true);
        discord.gateway().drop();
        discord.guild("Second");
        discord.gateway().refuseConnections(false);
        assertResumedWithMissedEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {4000, 4001, 4002, 4003, 4005, 4008})
    void resumesAfterAClose(int code) {
        discord.gateway().close(code);
        discord.guild("Second");
        assertResumedWithMissedEvents();
    }

    @Test
    void resumesWhenAskedToReconnect() {
        discord.gateway().reconnect();
        discord.guild("Second");
        assertResumedWithMissedEvents();
    }

    @Test
    void resumesAfterAnInvalidSessionThatIsResumable() {
        discord.gateway().invalidateSession(true);
        discord.guild("Second");
        assertResumedWithMissedEvents();
    }

    @Test
    void resumesWhenHeartbeatsAreNotAcknowledged() {
        try (DiscordSandbox impatient = DiscordSandbox.builder()
                        .heartbeatInterval(Duration.ofMillis(700))
                        .start();
                Bot other = Bots.login(impatient)) {
            impatient.gateway().silence();
            Bots.eventually("a resume", () -> impatient.gateway().resumes() > 0);
            impatient.gateway().resumeAcks();
            impatient.gateway().awaitConnected();
            assertThat(other.jda().getSelfUser().getId()).isEqualTo(impatient.botId());
        }
    }

    @Test
    void beginsANewSessionAfterAnInvalidOne() {
        discord.gateway().invalidateSession(false);
        await(SessionInvalidateEvent.class);
        await(SessionRecreateEvent.class);
        assertThat(discord.gateway().identifies()).isEqualTo(2);
        assertThat(discord.gateway().resumes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 4007, 4009})
    void cannotResumeAfterACloseThatEndsTheSession(int code) {
        discord.gateway().close(code);
        await(SessionInvalidateEvent.class);
        assertThat(discord.gateway().resumes()).as("resumes; %s", events).isZero();
        await(SessionRecreateEvent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {4004, 4010, 4011, 4013, 4014})
    void endsForGoodAfterAFatalClose(int code) {
        discord.gateway().close(code);
        assertThat(await(ShutdownEvent.class).getCode()).isEqualTo(code);
        assertThat(bot.jda().getStatus()).isIn(JDA.Status.SHUTDOWN, JDA.Status.SHUTTING_DOWN);
    }

    @Test
    void aRefusedTokenEndsTheNextSession() {
        discord.refuseToken();
        discord.gateway().drop();
        assertThat(await(ShutdownEvent.class).getCode()).isEqualTo(4004);
    }

    @Test
    void directMessagesGoOutWhileTheGatewayIsDown() {
        SandboxUser ada = discord.user("ada").joins(guild);
        discord.gateway().refuseConnections(true);
        discord.gateway().drop();
        bot.jda()
                .openPrivateChannelById(ada.id())
                .complete()
                .sendMessage("still here")
                .complete();
        assertThat(ada.awaitDirectMessage().content()).isEqualTo("still here");
        discord.gateway().refuseConnections(false);
        discord.gateway().awaitConnected();
    }

    @Test
    void tellsOfGuildsThatTheBotJoinsAndLeaves() {
        SandboxGuild second = discord.guild("Second");
        assertThat(await(GuildJoinEvent.class).getGuild().getId()).isEqualTo(second.id());
        second.removeBot();
        assertThat(await(GuildLeaveEvent.class).getGuild().getId()).isEqualTo(second.id());
    }

    @Test
    void tellsOfRolesChannelsAndMembersThatComeLater() {
        SandboxRole staff = guild.role("Staff");
        SandboxChannel news = guild.channel("news");
        SandboxUser ada = discord.user("ada").joins(guild, staff);
        GuildMemberRoleAddEvent added = await(GuildMemberRoleAddEvent.class);
        assertThat(added.getUser().getId()).isEqualTo(ada.id());
        assertThat(added.getRoles()).extracting("id").containsExactly(staff.id());
        assertThat(bot.jda().getTextChannelById(news.id()).getName()).isEqualTo("news");
        assertThat(added.getGuild().getSelfMember().canInteract(added.getRoles().get(0)))
                .isTrue();
    }
}
