package app.moddy.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JDA asks whether it may make a try, and makes it later: what was given up in between does not go out. */
class WireTapTest {
    private static final Snowflake CHANNEL = new Snowflake(300_000_000_000_000_001L);
    private static final WireKey KEY = WireKey.posting("7", CHANNEL);
    private static final WireKey SAME_CHANNEL = WireKey.posting("8", CHANNEL);
    private static final WireKey OTHER_CHANNEL = WireKey.posting("9", new Snowflake(300_000_000_000_000_002L));
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final WireTap wire = new WireTap(new WirePace(1_000, System::nanoTime));
    private final OkHttpClient client =
            new OkHttpClient.Builder().addNetworkInterceptor(wire).build();
    private final AtomicInteger arrived = new AtomicInteger();
    private final List<WireKey> putOff = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();
    private HttpServer discord;

    @BeforeEach
    void start() throws IOException {
        discord = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        discord.createContext("/", exchange -> {
            arrived.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Via", "1.1 google");
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        discord.start();
    }

    @AfterEach
    void stop() {
        discord.stop(0);
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    private Attempt begin() {
        return begin(KEY);
    }

    private Attempt begin(WireKey key) {
        Errand errand = new Errand(Clock.systemUTC(), LIMIT, () -> true, new FakeTraffic(), 1);
        Attempt attempt = new Attempt(key, errand, () -> putOff.add(key));
        wire.watch(attempt);
        return attempt;
    }

    /** On the thread that has asked, as JDA does. */
    private void post() throws IOException {
        RequestBody body =
                RequestBody.create("{\"content\":\"Hello\",\"nonce\":\"7\"}", MediaType.get("application/json"));
        call("channels/" + CHANNEL + "/messages", body);
    }

    private void call(String path, @Nullable RequestBody body) throws IOException {
        InetSocketAddress address = discord.getAddress();
        Request request = new Request.Builder()
                .url("http://%s:%d/api/v10/%s".formatted(address.getHostString(), address.getPort(), path))
                .method(body == null ? "GET" : "POST", body)
                .build();
        try (Response response = client.newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(status);
        }
    }

    private void meetLimit(Map<String, String> told) throws IOException {
        status = 429;
        headers = told;
        assertThat(begin().mayBeTried()).isTrue();
        post();
        putOff.remove(KEY);
    }

    private void giveUp(Attempt attempt) {
        attempt.limited("HTTP 429", Duration.ofSeconds(9), true);
        wire.forget(attempt);
    }

    @Test
    void aTryThatMayBeMadeGoesOut() throws IOException {
        assertThat(begin().mayBeTried()).isTrue();
        post();
        assertThat(arrived).hasValue(1);
    }

    @Test
    void oneThatWasGivenUpSinceDoesNot() {
        Attempt attempt = begin();
        assertThat(attempt.mayBeTried()).isTrue();
        giveUp(attempt);
        assertThatThrownBy(this::post).isInstanceOf(WireTap.GivenUpException.class);
        assertThat(arrived).hasValue(0);
    }

    @Test
    void norDoesItUnderTheNameOfTheNextAttempt() {
        Attempt attempt = begin();
        assertThat(attempt.mayBeTried()).isTrue();
        giveUp(attempt);
        begin();
        assertThatThrownBy(this::post).isInstanceOf(WireTap.GivenUpException.class);
        assertThat(arrived).hasValue(0);
    }

    @Test
    void theNextAttemptItselfDoes() throws IOException {
        giveUp(begin());
        assertThat(begin().mayBeTried()).isTrue();
        post();
        assertThat(arrived).hasValue(1);
    }

    @Test
    void aLimitOfAllIsHeardOfByWhatIsUnderWayAndByWhatBeginsLater() throws IOException {
        begin(OTHER_CHANNEL);
        begin(WireKey.meeting(CHANNEL));
        meetLimit(Map.of("Retry-After", "2", "X-RateLimit-Global", "true"));
        assertThat(putOff).containsExactlyInAnyOrder(OTHER_CHANNEL, WireKey.meeting(CHANNEL));
        WireKey later = WireKey.opening(CHANNEL);
        begin(later);
        assertThat(putOff).contains(later);
    }

    @Test
    void aLimitOfOneChannelIsHeardOfByThoseInIt() throws IOException {
        begin(SAME_CHANNEL);
        begin(OTHER_CHANNEL);
        begin(WireKey.lookingInto(CHANNEL.id()));
        meetLimit(Map.of("Retry-After", "20"));
        assertThat(putOff).containsExactly(SAME_CHANNEL);
        begin(SAME_CHANNEL);
        begin(OTHER_CHANNEL);
        assertThat(putOff).containsExactly(SAME_CHANNEL, SAME_CHANNEL);
    }

    @Test
    void aShortLimitOfOneChannelIsWaitedFor() throws IOException {
        begin(SAME_CHANNEL);
        meetLimit(Map.of("Retry-After", "2"));
        begin(SAME_CHANNEL);
        assertThat(putOff).isEmpty();
    }

    @Test
    void whatWasAnsweredIsPutOffWithItsNextRequest() throws IOException {
        Attempt pages = begin(OTHER_CHANNEL);
        assertThat(pages.goesOut()).isTrue();
        meetLimit(Map.of("Retry-After", "9", "X-RateLimit-Global", "true"));
        assertThat(putOff).as("it is on the wire").isEmpty();
        pages.answered(Verdict.of(Verdict.Kind.DONE), "HTTP 200");
        wire.goesOn(pages);
        assertThat(putOff).containsExactly(OTHER_CHANNEL);
    }

    @Test
    void whatTheLimitOfItsGuildWouldOutlastIsPutOff() throws IOException {
        Snowflake guild = new Snowflake(300_000_000_000_000_003L);
        WireKey member = WireKey.member(guild, CHANNEL);
        WireKey other = WireKey.member(guild, new Snowflake(300_000_000_000_000_004L));
        begin(other);
        headers = Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "61.5");
        assertThat(begin(member).mayBeTried()).isTrue();
        call("guilds/%s/members/%s".formatted(guild, CHANNEL), null);
        assertThat(putOff).containsExactly(other);
        begin(other);
        assertThat(putOff).containsExactly(other, other);
    }
}
