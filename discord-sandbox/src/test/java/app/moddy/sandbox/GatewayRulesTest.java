package app.moddy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.RawBot.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway refuses; most of it JDA would never do. */
class GatewayRulesTest {
    private final DiscordSandbox discord = DiscordSandbox.start();
    private final RawBot bot = new RawBot(discord);

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void greetsIdentifiesAndAcknowledgesHeartbeats() throws Exception {
        discord.guild("Moddy HQ");
        Socket socket = bot.connect();
        assertThat(socket.next("op").at("/d/heartbeat_interval").asInt()).isEqualTo(41_250);
        socket.send("{\"op\":1,\"d\":null}");
        assertThat(socket.next("op").path("op").asInt()).isEqualTo(11);
        socket.send(bot.identify(1));
        assertThat(socket.next("READY").path("d").path("private_channels").isArray())
                .isTrue();
        assertThat(socket.next("GUILD_CREATE").path("s").asInt()).isEqualTo(2);
        assertThat(discord.problems()).isEmpty();
    }

    @Test
    void closesWith4004ForAnotherToken() throws Exception {
        assertThat(bot.connect()
                        .send("{\"op\":2,\"d\":{\"token\":\"x\",\"intents\":1}}")
                        .closeCode())
                .isEqualTo(4004);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 256, 32768})
    void closesWith4014ForPrivilegedIntents(int intent) throws Exception {
        assertThat(bot.connect().send(bot.identify(1 | intent)).closeCode()).isEqualTo(4014);
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 17, 1 << 22, 1 << 30})
    void closesWith4013ForUndefinedIntents(int intent) throws Exception {
        assertThat(bot.connect().send(bot.identify(intent)).closeCode()).isEqualTo(4013);
    }

    @Test
    void closesWith4003ForAFrameBeforeIdentify() throws Exception {
        assertThat(bot.connect().send("{\"op\":3,\"d\":{}}").closeCode()).isEqualTo(4003);
        assertThat(discord.problems()).singleElement().asString().contains("op 3 before IDENTIFY");
    }

    @Test
    void closesWith4005ForASecondIdentify() throws Exception {
        Socket socket = bot.connect().send(bot.identify(1));
        socket.next("READY");
        assertThat(socket.send(bot.identify(1)).closeCode()).isEqualTo(4005);
    }

    @Test
    void closesWith4001ForAnUnknownOpcode() throws Exception {
        assertThat(bot.connect().send("{\"op\":99,\"d\":{}}").closeCode()).isEqualTo(4001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{\"d\":1}"})
    void closesWith4002ForWhatIsNoFrame(String text) throws Exception {
        assertThat(bot.connect().send(text).closeCode()).isEqualTo(4002);
    }

    @Test
    void closesWith4002ForMoreThan4096Bytes() throws Exception {
        String padding = "ä".repeat(2048);
        assertThat(bot.connect().send("{\"op\":1,\"d\":\"" + padding + "\"}").closeCode())
                .isEqualTo(4002);
    }

    @Test
    void closesWith4008ForMoreThan120FramesInAMinute() throws Exception {
        Socket socket = bot.connect();
        for (int i = 0; i < 121; i++) {
            socket.send("{\"op\":1,\"d\":null}");
        }
        assertThat(socket.closeCode()).isEqualTo(4008);
    }

    @Test
    void closesWith4009WhoSendsNoHeartbeat() throws Exception {
        try (DiscordSandbox impatient = DiscordSandbox.builder()
                .heartbeatInterval(Duration.ofMillis(200))
                .start()) {
            assertThat(new RawBot(impatient).connect().closeCode()).isEqualTo(4009);
        }
    }

    @Test
    void closesWith4012ForAnotherVersion() throws Exception {
        assertThat(bot.connect("?v=9&encoding=json").closeCode()).isEqualTo(4012);
    }

    @Test
    void identifiesAnewOnTheSameConnectionAfterAnInvalidSession() throws Exception {
        Socket socket = bot.connect().send(bot.identify(1));
        socket.next("READY");
        discord.gateway().invalidateSession(false);
        assertThat(socket.next("op").path("op").asInt()).isEqualTo(9);
        socket.send(bot.identify(1)).next("READY");
        assertThat(discord.gateway().identifies()).isEqualTo(2);
    }

    @Test
    void doesNotResumeAnUnknownSession() throws Exception {
        Socket socket = bot.connect();
        socket.next("op");
        socket.send("{\"op\":6,\"d\":{\"token\":\"" + discord.token() + "\",\"session_id\":\"x\",\"seq\":1}}");
        var frame = socket.next("op");
        assertThat(frame.path("op").asInt()).isEqualTo(9);
        assertThat(frame.path("d").asBoolean(true)).isFalse();
    }

    @Test
    void doesNotResumeFromASequenceThatNeverWas() throws Exception {
        Socket socket = bot.connect().send(bot.identify(1));
        String session = socket.next("READY").at("/d/session_id").asText();
        discord.gateway().drop();
        Socket again = bot.connect();
        again.next("op");
        again.send("{\"op\":6,\"d\":{\"token\":\"" + discord.token() + "\",\"session_id\":\"" + session
                + "\",\"seq\":99}}");
        assertThat(again.next("op").path("op").asInt()).isEqualTo(9);
    }

    private Socket resume(String session, int sequence) throws InterruptedException {
        Socket socket = bot.connect();
        socket.next("op");
        return socket.send(resumeFrame(session, sequence));
    }

    private String resumeFrame(String session, int sequence) {
        return "{\"op\":6,\"d\":{\"token\":\"" + discord.token() + "\",\"session_id\":\"" + session + "\",\"seq\":"
                + sequence + "}}";
    }

    @Test
    void closesWith4005ForAResumeOnAConnectionThatHasASession() throws Exception {
        Socket socket = bot.connect().send(bot.identify(1));
        String session = socket.next("READY").at("/d/session_id").asText();
        assertThat(socket.send(resumeFrame(session, 1)).closeCode()).isEqualTo(4005);
        assertThat(discord.gateway().resumes()).isZero();
        assertThat(discord.problems()).singleElement().asString().contains("RESUME on a connection");
    }

    @Test
    void resumesASessionForFiveMinutesAndNoLonger() throws Exception {
        String session = bot.connect()
                .send(bot.identify(1))
                .next("READY")
                .at("/d/session_id")
                .asText();
        discord.gateway().drop();
        discord.advance(Duration.ofSeconds(280)); // its clock goes on meanwhile: a slow machine needs some of the rest
        resume(session, 1).next("RESUMED");
        discord.gateway().drop();
        discord.advance(Duration.ofMinutes(5));
        var frame = resume(session, 2).next("op");
        assertThat(frame.path("op").asInt()).isEqualTo(9);
        assertThat(frame.path("d").asBoolean(true)).isFalse();
    }

    @Test
    void aSessionWithAConnectionDoesNotExpire() throws Exception {
        Socket socket = bot.connect().send(bot.identify(1));
        socket.next("READY");
        discord.advance(Duration.ofHours(1));
        discord.guild("Second");
        socket.next("GUILD_CREATE");
        assertThat(discord.gateway().isConnected()).isTrue();
    }

    @Test
    void aBotThatWasToldToReconnectIsNotConnectedUntilItIsBack() throws Exception {
        Socket socket = bot.connect().send(bot.identify(1));
        String session = socket.next("READY").at("/d/session_id").asText();
        assertThat(discord.gateway().isConnected()).isTrue();
        discord.gateway().reconnect();
        assertThat(discord.gateway().isConnected()).isFalse();
        resume(session, 1);
        discord.gateway().awaitResumes(1);
        discord.gateway().awaitConnected();
        discord.gateway().invalidateSession(true);
        assertThat(discord.gateway().isConnected()).isFalse();
    }
}
