package app.moddy.health;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Alarm;
import app.moddy.bot.store.DiskSpace;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.health.others.IllPlugin;
import app.moddy.health.others.ShopPlugin;
import app.moddy.sandbox.SandboxFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a backend or a platform asks over HTTP. */
class HealthTest {
    @RegisterExtension
    private final BotExtension bot = BotExtension.create().startedByTest();

    private Answer health() {
        return bot.backend().get("/internal/health");
    }

    private Answer live() {
        return bot.backend().getWithoutSecret("/internal/health/live");
    }

    private Answer ready() {
        return bot.backend().getWithoutSecret("/internal/health/ready");
    }

    @Test
    void isHealthyOnceConnectedAndSaysSo() {
        bot.start();
        assertThat(health())
                .hasStatus(200)
                .hasValue("/status", "healthy")
                .hasValue("/service", "discord-bot")
                .hasValue("/gateway/state", "connected")
                .hasValue("/rest/works", true)
                .hasValue("/store/works", true)
                .hasValue("/alarms", List.of())
                .hasValue("/plugins/0/name", "health");
        assertThat(health().json().path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }

    @Test
    void theWholePictureNeedsTheSecretAndTheProbesDoNot() {
        bot.start();
        assertThat(bot.backend().getWithoutSecret("/internal/health")).hasStatus(401);
        assertThat(live()).hasStatus(200);
        assertThat(ready()).hasStatus(200);
    }

    @Test
    void isUnhealthyUntilTheFirstLoginAndLiveAndReadyAllTheSame() {
        bot.on("GET /users/@me").failAlways(SandboxFault.status(500));
        bot.startWithoutWaiting();
        assertThat(health()).hasStatus(503).hasValue("/status", "unhealthy");
        assertThat(health().json().path("error").asText()).contains("first login");
        assertThat(live()).hasStatus(200);
        assertThat(ready()).hasStatus(200);
    }

    @Test
    void aGatewayThatIsGoneIsForgivenForAMinute() {
        bot.start();
        bot.discord().gateway().refuseConnections(true);
        bot.discord().gateway().drop();
        Eventually.isTrue(
                "gone", () -> health().json().at("/gateway/state").asText().equals("reconnecting"));
        bot.advance(Duration.ofSeconds(50));
        assertThat(health()).hasStatus(200);
        bot.advance(Duration.ofSeconds(11));
        assertThat(health()).hasStatus(503);
        assertThat(health().json().path("error").asText()).matches("the gateway has been gone for 6\\d s");
        bot.discord().gateway().refuseConnections(false);
        Eventually.isTrue("back", () -> health().status() == 200);
    }

    @Test
    void anIllPluginIsNamedAndMakesNobodyElseIll() {
        bot.plugins(HealthPlugin::new, IllPlugin::new).toleratingFailedPlugins().start();
        assertThat(health())
                .hasStatus(200)
                .hasValue("/plugins/1/state", "failed")
                .hasValue("/plugins/1/reason", "it is broken; the log says where");
    }

    @Test
    void aStoreThatIsFullIsUnhealthyAndNotReadyUntilThereIsRoom() {
        DiskSpace disk = DiskSpace.none();
        bot.replacing(disk).start();
        String error = "the store accepts no writes: the disk is full";
        assertThat(health())
                .hasStatus(503)
                .hasError(error)
                .hasValue("/store", Map.of("works", false, "reason", "the disk is full"));
        try (LogLines log = LogLines.of(ReadyRoute.class)) {
            assertThat(ready()).hasStatus(503).hasError("the store accepts no writes");
            assertThat(ready()).hasStatus(503);
            assertThat(log.containing("Not ready, the store accepts no writes: the disk is full"))
                    .as("who needs no secret hears no more, and the log says it once")
                    .hasSize(1);
        }
        assertThat(live()).hasStatus(200);

        disk.makeRoom();
        bot.advance(Duration.ofSeconds(5));
        assertThat(health()).hasStatus(200);
        assertThat(ready()).hasStatus(200);
    }

    @Test
    void whoCountsAsDeadForTheOtherInstancesIsNotReadyUntilItIsLiveAgain() {
        SettableLife life = new SettableLife();
        bot.replacing(life).start();
        assertThat(ready()).hasStatus(200);
        life.set(false);
        assertThat(ready()).hasStatus(503).hasError("the other instances may count this one as dead");
        assertThat(live()).hasStatus(200);
        life.set(true);
        assertThat(ready()).hasStatus(200);
    }

    @Test
    void alarmsAreNamedAndOnlyARefusedTokenIsUnhealthy() {
        Instant since = Instant.parse("2026-01-01T00:00:00.000000123Z");
        List<Alarm> alarms =
                new CopyOnWriteArrayList<>(List.of(new Alarm(Alarm.Kind.QUARANTINED, since, since.plusSeconds(3_600))));
        bot.replacing(new AlarmedStatus(alarms)).start();
        assertThat(health())
                .hasStatus(200)
                .hasValue(
                        "/alarms",
                        List.of(Map.of(
                                "kind",
                                "quarantined",
                                "since",
                                "2026-01-01T00:00:00Z",
                                "next_probe",
                                "2026-01-01T01:00:00Z")));

        alarms.add(new Alarm(Alarm.Kind.TOKEN_REFUSED, since, null));
        assertThat(health()).hasStatus(503).hasError("Discord refuses the token");
        assertThat(bot.ada().runs("/health"))
                .says("❌ Unhealthy: Discord refuses the token")
                .embed()
                .hasField(
                        "Alarms",
                        "🚨 Discord has quarantined the bot: no new DMs (since <t:1767225600:D>, <t:1767225600:T>, next try"
                                + " <t:1767229200:R>)\n🚨 Discord refuses the token: nothing is sent (since <t:1767225600:D>, <t:1767225600:T>)");
    }

    @Test
    void pluginsSayMoreOfHowTheyAreAndMakeNobodyUnhealthy() {
        bot.plugins(HealthPlugin::new, ShopPlugin::new).start();
        assertThat(health())
                .hasStatus(200)
                .hasValue(
                        "/plugins/1/details",
                        Map.of(
                                "stock", Map.of("oldest", "1970-01-01T00:00:00Z"),
                                "broken", Map.of("error", "it fails; the log says why")));
        assertThat(health().json().at("/plugins/0").has("details")).isFalse();
        assertThat(bot.ada().runs("/health")).embed().hasField("shop", "In stock\nbroken: it fails; the log says why");
    }

    @Test
    void aTemplateFileThatIsNotUsedIsNamedAndMakesNobodyUnhealthy(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("de.yml"), "welcomed: {title: Hallo}\n");
        bot.templates(folder).start();
        assertThat(health()).hasStatus(200);
        assertThat(health().json().at("/template_faults/0").asText()).contains("de.yml:1: welcomed: ");
        assertThat(bot.ada().runs("/health"))
                .says("✅ Healthy")
                .contains("Faulty template files")
                .contains("de.yml:1, welcomed: ");
    }
}
