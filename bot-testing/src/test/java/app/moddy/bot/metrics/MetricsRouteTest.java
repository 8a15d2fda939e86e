package app.moddy.bot.metrics;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.plugin.Plugins;
import app.moddy.bot.testing.Backend;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxFault;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code GET /internal/metrics}. */
class MetricsRouteTest {
    private static final String OPEN = "POST /users/@me/channels";

    @RegisterExtension
    private final BotExtension bot =
            BotExtension.create().plugins(KettlePlugin::new, ThiefPlugin::new).toleratingFailedPlugins();

    /** Has a metric, and one whose update blocks its thread for ever. */
    static final class KettlePlugin extends BotPlugin {
        @Override
        public String name() {
            return "kettle";
        }

        @Override
        protected void configure() {
            bind(Boiling.class).asEagerSingleton();
            route(KettleRoute.class);
            route(SpillRoute.class);
        }
    }

    /** Answers 500 as an outcome, and fails. */
    static final class SpillRoute implements Route {
        @Inject
        SpillRoute() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/spills/{how}");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            if (request.path("how").equals("by-a-bug")) {
                throw new IllegalStateException("spilt");
            }
            return CompletableFuture.completedStage(ApiResponse.of(500, Map.of("error", "it was spilt, as was meant")));
        }
    }

    static final class Boiling {
        private static final CountDownLatch NEVER = new CountDownLatch(1);

        @Inject
        Boiling(Metrics metrics) {
            metrics.counter("boiled", "How often it has boiled").add(3);
            metrics.beforeEachLook(() -> {
                try {
                    NEVER.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return CompletableFuture.completedStage("");
            });
        }
    }

    static class KettleRoute implements Route {
        @Inject
        KettleRoute() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/kettles/{id}");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.of(418, Map.of("error", "a teapot")));
        }
    }

    /** Wants to answer in core's place. */
    static final class ThiefPlugin extends BotPlugin {
        @Override
        public String name() {
            return "thief";
        }

        @Override
        protected void configure() {
            route(StolenRoute.class);
        }
    }

    static final class StolenRoute extends KettleRoute {
        @Inject
        StolenRoute() {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/metrics");
        }
    }

    private List<String> lines() {
        Backend.Answer answer = bot.backend().get("/internal/metrics");
        assertThat(answer).hasStatus(200);
        return answer.text().lines().toList();
    }

    @Test
    void isForWhoHasTheSecret() {
        assertThat(bot.backend().getWithoutSecret("/internal/metrics"))
                .hasStatus(401)
                .hasError("Missing Authorization header");
        assertThat(bot.backend().get("/internal/metrics").header("Content-Type"))
                .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void showsPluginsAndTheirMetricsAlsoWhenOneOfThemHangs() {
        assertThat(lines())
                .contains(
                        "moddy_plugin_up{plugin=\"kettle\"} 1.0",
                        "moddy_plugin_up{plugin=\"thief\"} 0.0",
                        "moddy_kettle_boiled_total 3.0",
                        "moddy_template_faults 0.0");
        for (int look = 0; look < 10; look++) { // more than there are threads of anybody's
            lines();
        }
        assertThat(bot.backend().get("/internal/kettles/7")).hasStatus(418);
    }

    @Test
    void noPluginTakesCoresPlace() {
        assertThat(bot.service(Plugins.class).all())
                .filteredOn(plugin -> plugin.name().equals("thief"))
                .singleElement()
                .satisfies(plugin ->
                        assertThat(plugin.reason()).isEqualTo("brings the route GET /internal/metrics of core again"));
    }

    @Test
    void countsRequestsByRouteAndStatusNeverByWhatWasAskedFor() {
        assertThat(bot.backend().get("/internal/kettles/7")).hasStatus(418);
        assertThat(bot.backend().get("/internal/kettles/8")).hasStatus(418);
        assertThat(bot.backend().get("/internal/secret-place")).hasStatus(404);
        assertThat(bot.backend().getWithoutSecret("/internal/kettles/9")).hasStatus(401);
        String count = "moddy_http_request_seconds_count{method=\"GET\",route=";
        Eventually.isTrue(
                "all are counted",
                () -> lines().containsAll(List.of(
                        count + "\"/internal/kettles/{id}\",status=\"418\"} 2",
                        count + "\"/internal/kettles/{id}\",status=\"401\"} 1",
                        count + "\"none\",status=\"404\"} 1")));
        assertThat(lines())
                .noneSatisfy(line -> assertThat(line).contains("secret-place"))
                .contains("moddy_http_requests_under_way 1.0");
    }

    @Test
    void tellsABugFromAnOutcomeThatIsAnsweredWith500() {
        assertThat(bot.backend().get("/internal/spills/as-meant")).hasStatus(500);
        String failures = "moddy_http_failures_total{route=\"/internal/spills/{how}\"} ";
        Eventually.isTrue("shown before the first", () -> lines().contains(failures + "0.0"));
        assertThat(bot.backend().get("/internal/spills/by-a-bug")).hasStatus(500);
        assertThat(bot.backend().get("/internal/spills/as-meant")).hasStatus(500);
        String count =
                "moddy_http_request_seconds_count{method=\"GET\",route=\"/internal/spills/{how}\",status=\"500\"} ";
        Eventually.isTrue("all are counted", () -> lines().contains(count + "3"));
        assertThat(lines()).contains(failures + "1.0");
    }

    @Test
    void showsStoreGatewayAndPaces() {
        assertThat(lines())
                .contains(
                        "moddy_store_up 1.0",
                        "moddy_store_waiting_writes 0.0",
                        "moddy_discord_gateway_up 1.0",
                        "moddy_discord_gateway_gone_seconds 0.0",
                        "moddy_discord_rest_up 1.0",
                        "moddy_discord_alarm{kind=\"token_refused\"} 0.0",
                        "moddy_discord_rate_limits_total{scope=\"everything\"} 0.0",
                        "moddy_discord_deliveries_under_way{reach=\"new\"} 0.0")
                .anySatisfy(line -> assertThat(line).startsWith("moddy_discord_pace_per_second{pace=\"requests\"} "))
                .anySatisfy(line -> assertThat(line).startsWith("moddy_store_size_bytes "))
                .anySatisfy(line -> assertThat(line).matches("moddy_store_commit_seconds_count [1-9][0-9]*"));
    }

    private CompletableFuture<Delivery> send(String nonce) {
        return bot.service(Messenger.class)
                .sendDirect(new Snowflake(bot.bob().idAsLong()), MessageCreateData.fromContent("hello"), nonce)
                .toCompletableFuture();
    }

    @Test
    void saysThatRestIsDownWhileItAnswersWithItsOwnFaults() {
        bot.on(OPEN).failAlways(SandboxFault.status(500));
        Eventually.isTrue("REST is ill", () -> {
            send(Long.toString(System.nanoTime())).join();
            return !bot.service(DiscordStatus.class).restWorks();
        });
        assertThat(lines()).contains("moddy_discord_rest_up 0.0");
    }

    @Test
    void saysThatTheGatewayIsGoneAndForHowLong() {
        bot.discord().gateway().refuseConnections(true);
        bot.discord().gateway().drop();
        Eventually.isTrue("gone", () -> lines().contains("moddy_discord_gateway_up 0.0"));
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).matches("moddy_discord_gateway_gone_seconds (?!0\\.0$).+"));
    }

    @Test
    void countsWhatDiscordAnswersAndItsLimits() throws Exception {
        bot.on(OPEN).fail(1, SandboxFault.error(403, 20026, "quarantined"));
        send("1").get(10, TimeUnit.SECONDS);
        assertThat(lines())
                .contains(
                        "moddy_discord_requests_total{status=\"403\"} 1.0",
                        "moddy_discord_alarm{kind=\"quarantined\"} 1.0");
    }
}
