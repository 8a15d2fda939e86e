package app.moddy.notifications;

import static app.moddy.notifications.NotifyBackend.body;
import static app.moddy.notifications.NotifyBackend.expect;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.MovableTime;
import app.moddy.bot.testing.RunningBot;
import app.moddy.sandbox.SandboxUser;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may be, and which answers claim it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyClaimTest {
    private final Play play = new Play(MovableTime.flowing());

    @BeforeAll
    void start() throws Exception {
        play.start(bot -> bot);
    }

    @AfterAll
    void stop() {
        play.close();
    }

    private void expectBadKey(SandboxUser user, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("error").asText())
                .isEqualTo("Idempotency-Key must be 1 to 255 visible ASCII characters, given once");
        assertThat(user.directMessages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed"})
    void aKeyThatIsNone(String key) {
        SandboxUser user = play.someone();
        expectBadKey(user, play.backend().notify(body(user), key));
    }

    @Test
    void aKeyThatIsTooLong() {
        SandboxUser user = play.someone();
        expectBadKey(user, play.backend().notify(body(user), "k".repeat(256)));
        expect(play.backend().notify(body(user), "k".repeat(255)), 200, "delivered");
    }

    @Test
    void aKeyThatIsGivenTwice() {
        SandboxUser user = play.someone();
        expectBadKey(user, play.backend().notify(body(user), "one", "two"));
        expectBadKey(user, play.backend().notify(body(user), "same", "same"));
    }

    /** Java's own client does not send such. */
    @Test
    void aKeyThatIsNotAscii() throws IOException {
        SandboxUser user = play.someone();
        assertThat(raw(body(user), "schlüssel")).startsWith("HTTP/1.1 400 ").contains("visible ASCII");
        assertThat(raw(body(user), "k\u007Fy")).startsWith("HTTP/1.1 400 ");
        assertThat(user.directMessages()).isEmpty();
    }

    private String raw(String body, String key) throws IOException {
        URI address = play.backend().http().uri("/internal/notify");
        String head = "POST /internal/notify HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + RunningBot.SECRET + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyVisibleCharacterMayBeInIt() {
        StringBuilder key = new StringBuilder();
        for (char visible = '!'; visible <= '~'; visible++) {
            key.append(visible);
        }
        expect(play.backend().notify(body(play.someone()), key.toString()), 200, "delivered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"discord_id\":1,\"action\":\"plan_upgraded\"}",
                "{\"discord_id\":\"123456789012345678\",\"action\":\"nonsense\"}"
            })
    void aRefusedBodyClaimsNoKey(String wrong) {
        SandboxUser user = play.someone();
        String key = "refused-" + user.id();
        assertThat(play.backend().notify(wrong, key).status()).isIn(400, 422);
        Answer answer = play.backend().notify(body(user), key);
        expect(answer, 200, "delivered");
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void norDoesADryRun() {
        SandboxUser user = play.someone();
        Answer dryRun = play.backend()
                .http()
                .send(HttpRequest.newBuilder(play.backend().http().uri("/internal/notify?dry_run=true"))
                        .header("Authorization", "Bearer " + RunningBot.SECRET)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "dry")
                        .POST(HttpRequest.BodyPublishers.ofString(body(user))));
        assertThat(dryRun.status()).as(dryRun.text()).isEqualTo(200);
        assertThat(dryRun.json().path("dry_run").asBoolean()).isTrue();
        Answer answer = play.backend().notify(body(user, "another"), "dry");
        expect(answer, 200, "delivered");
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
        assertThat(user.directMessages()).hasSize(1);
    }

    @Test
    void aUserWhoIsNotFoundClaimsIt() {
        SandboxUser stranger = play.discord().user("stranger");
        String id = expect(play.backend().notify(body(stranger), "unknown"), 404, "user_not_found");
        stranger.joins(play.scene().guild());
        Answer again = play.backend().notify(body(stranger), "unknown");
        assertThat(expect(again, 404, "user_not_found")).isEqualTo(id);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(stranger.directMessages()).isEmpty();
    }
}
