package app.moddy.health;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.discord.Alarm;
import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.store.DiskSpace;
import app.moddy.bot.testing.Backend.Answer;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.time.SettableClock;
import app.moddy.health.others.IllPlugin;
import app.moddy.health.others.LoudPlugin;
import app.moddy.health.others.ShopPlugin;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxField;
import app.moddy.sandbox.SandboxReply;
import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void isHealthyOnceConnectedAndSaysSo() throws Exception {
        try (RunningBot bot = scene.bot().start()) {
            Answer answer = bot.backend().get("/internal/health");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("status").asText()).isEqualTo("healthy");
            assertThat(answer.json().path("service").asText()).isEqualTo("discord-bot");
            assertThat(answer.json().path("version").asText()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
            assertThat(answer.json().at("/gateway/state").asText()).isEqualTo("connected");
            assertThat(answer.json().at("/rest/works").asBoolean()).isTrue();
            assertThat(answer.json().at("/store/works").asBoolean()).isTrue();
            assertThat(answer.json().path("alarms")).isEmpty();
            assertThat(answer.json().at("/plugins/0/name").asText()).isEqualTo("health");
        }
    }

    @Test
    void theWholePictureNeedsTheSecretAndTheProbesDoNot() throws Exception {
        try (RunningBot bot = scene.bot().start()) {
            assertThat(bot.backend().getWithoutSecret("/internal/health").status())
                    .isEqualTo(401);
            assertThat(bot.backend().getWithoutSecret("/internal/health/live").status())
                    .isEqualTo(200);
            assertThat(bot.backend().getWithoutSecret("/internal/health/ready").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void isUnhealthyUntilTheFirstLoginAndLiveAndReadyAllTheSame() throws Exception {
        scene.discord().on("GET /users/@me").failAlways(SandboxFault.status(500));
        try (RunningBot bot = scene.bot().startWithoutWaiting()) {
            Answer answer = bot.backend().get("/internal/health");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("status").asText()).isEqualTo("unhealthy");
            assertThat(answer.json().path("error").asText()).contains("first login");
            assertThat(bot.backend().getWithoutSecret("/internal/health/live").status())
                    .isEqualTo(200);
            assertThat(bot.backend().getWithoutSecret("/internal/health/ready").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aGatewayThatIsGoneIsForgivenForAMinute() throws Exception {
        SettableClock clock = new SettableClock();
        try (RunningBot bot = scene.bot().replacing(bound(clock)).start()) {
            scene.discord().gateway().refuseConnections(true);
            scene.discord().gateway().drop();
            Eventually.isTrue(
                    "gone",
                    () -> bot.backend()
                            .get("/internal/health")
                            .json()
                            .at("/gateway/state")
                            .asText()
                            .equals("reconnecting"));
            clock.advance(Duration.ofSeconds(60));
            assertThat(bot.backend().get("/internal/health").status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(1));
            Answer answer = bot.backend().get("/internal/health");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("error").asText()).isEqualTo("the gateway has been gone for 61 s");
            scene.discord().gateway().refuseConnections(false);
            Eventually.isTrue(
                    "back", () -> bot.backend().get("/internal/health").status() == 200);
        }
    }

    @Test
    void anIllPluginIsNamedAndMakesNobodyElseIll() throws Exception {
        try (RunningBot bot =
                scene.bot().plugins(new HealthPlugin(), new IllPlugin()).start()) {
            Answer answer = bot.backend().get("/internal/health");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/plugins/1/state").asText()).isEqualTo("failed");
            assertThat(answer.json().at("/plugins/1/reason").asText()).isEqualTo("it is broken; the log says where");
        }
    }

    @Test
    void aStoreThatIsFullIsUnhealthyAndNotReadyUntilThereIsRoom() throws Exception {
        SettableClock clock = new SettableClock();
        DiskSpace disk = DiskSpace.none();
        try (RunningBot bot =
                scene.bot().replacing(bound(clock)).replacing(disk).start()) {
            Answer answer = bot.backend().get("/internal/health");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().path("error").asText()).isEqualTo("the store accepts no writes: the disk is full");
            assertThat(answer.json().at("/store/works").asBoolean()).isFalse();
            assertThat(answer.json().at("/store/reason").asText()).isEqualTo("the disk is full");
            Answer ready = bot.backend().getWithoutSecret("/internal/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json().path("error").asText()).isEqualTo("the store accepts no writes: the disk is full");
            assertThat(bot.backend().getWithoutSecret("/internal/health/live").status())
                    .isEqualTo(200);

            disk.makeRoom();
            clock.advance(Duration.ofSeconds(5));
            assertThat(bot.backend().get("/internal/health").status()).isEqualTo(200);
            assertThat(bot.backend().getWithoutSecret("/internal/health/ready").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void alarmsAreNamedAndOnlyARefusedTokenIsUnhealthy() throws Exception {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        List<Alarm> alarms =
                new CopyOnWriteArrayList<>(List.of(new Alarm(Alarm.Kind.QUARANTINED, since, since.plusSeconds(3_600))));
        try (RunningBot bot = scene.bot().replacing(status(alarms)).start()) {
            Answer quarantined = bot.backend().get("/internal/health");
            assertThat(quarantined.status()).isEqualTo(200);
            assertThat(quarantined.json().path("alarms").toString())
                    .isEqualTo("[{\"kind\":\"quarantined\",\"since\":\"2026-01-01T00:00:00Z\","
                            + "\"next_probe\":\"2026-01-01T01:00:00Z\"}]");

            alarms.add(new Alarm(Alarm.Kind.TOKEN_REFUSED, since, null));
            Answer refused = bot.backend().get("/internal/health");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().path("error").asText()).isEqualTo("Discord refuses the token");

            scene.awaitCommands("health");
            SandboxReply reply = scene.ada().in(scene.guild()).runs("/health").await();
            assertThat(reply.content()).isEqualTo("❌ Unhealthy: Discord refuses the token");
            assertThat(reply.embeds().get(0).fields())
                    .filteredOn(field -> field.name().equals("Alarms"))
                    .extracting(field -> field.value())
                    .containsExactly(
                            "🚨 Discord has quarantined the bot: no new DMs (since <t:1767225600:D>, <t:1767225600:T>, next try"
                                    + " <t:1767229200:R>)\n🚨 Discord refuses the token: nothing is sent (since <t:1767225600:D>, <t:1767225600:T>)");
        }
    }

    @Test
    void saysHowMuchMoreThereIsThanDiscordTakes() throws Exception {
        BotPlugin[] many = Stream.concat(
                        Stream.of(new HealthPlugin()), IntStream.range(0, 30).mapToObj(LoudPlugin::new))
                .toArray(BotPlugin[]::new);
        try (RunningBot bot = scene.bot().plugins(many).start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.awaitCommands("health");
            SandboxReply reply = scene.ada().in(scene.guild()).runs("/health").await();
            List<SandboxField> fields = reply.embeds().get(0).fields();
            assertThat(fields.get(fields.size() - 1).value()).matches("… and \\d+ more");
            assertThat(fields)
                    .filteredOn(field -> field.name().equals("Plugins"))
                    .singleElement()
                    .satisfies(field -> assertThat(field.value()).contains("\\*\\*loud\\*\\*"));
        }
    }

    private static Module status(List<Alarm> alarms) {
        DiscordStatus status = new DiscordStatus() {
            @Override
            public Gateway gateway() {
                return Gateway.CONNECTED;
            }

            @Override
            public Duration gatewayGoneFor() {
                return Duration.ZERO;
            }

            @Override
            public boolean restWorks() {
                return true;
            }

            @Override
            public List<Alarm> alarms() {
                return List.copyOf(alarms);
            }
        };
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(DiscordStatus.class).toInstance(status);
            }
        };
    }

    private static Module bound(Clock clock) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(clock);
            }
        };
    }

    @Test
    void staffAskInDiscord() throws Exception {
        try (RunningBot bot = scene.bot().start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.awaitCommands("health");
            SandboxReply reply = scene.ada().in(scene.guild()).runs("/health").await();
            assertThat(reply.isEphemeral()).isTrue();
            assertThat(reply.content()).isEqualTo("✅ Healthy");
            assertThat(reply.embeds().get(0).fields())
                    .extracting(field -> field.name() + ": " + field.value().strip())
                    .containsExactly("Gateway: connected", "REST: works", "Store: works", "Plugins: ✅ health");
            assertThat(scene.bob().in(scene.guild()).runs("/health").await().content())
                    .isEqualTo("This command is not for you here.");
        }
    }

    @Test
    void pluginsSayMoreOfHowTheyAreAndMakeNobodyUnhealthy() throws Exception {
        try (RunningBot bot =
                scene.bot().plugins(new HealthPlugin(), new ShopPlugin()).start()) {
            Answer answer = bot.backend().get("/internal/health");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/plugins/1/details").toString())
                    .isEqualTo("{\"stock\":{\"oldest\":\"1970-01-01T00:00:00Z\"},"
                            + "\"broken\":{\"error\":\"it fails; the log says why\"}}");
            assertThat(answer.json().at("/plugins/0").has("details")).isFalse();
            scene.guild().awaitCommand("health");
            SandboxReply reply = scene.ada().in(scene.guild()).runs("/health").await();
            assertThat(reply.embeds().get(0).fields())
                    .filteredOn(field -> field.name().equals("shop"))
                    .extracting(field -> field.value())
                    .containsExactly("In stock\nbroken: it fails; the log says why");
        }
    }

    @Test
    void staffReadItInTheirLanguage() throws Exception {
        try (RunningBot bot = scene.bot().plugins(new HealthPlugin()).start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.guild().awaitCommand("health");
            SandboxReply reply =
                    scene.ada().locale("fr").in(scene.guild()).runs("/health").await();
            assertThat(reply.content()).isEqualTo("✅ Tout va bien");
            assertThat(reply.embeds().get(0).fields())
                    .extracting(field -> field.name() + ": " + field.value().strip())
                    .containsExactly(
                            "Passerelle: connectée",
                            "REST: fonctionne",
                            "Base de données: fonctionne",
                            "Plugins: ✅ health");
        }
    }

    @Test
    void aTemplateFileThatIsNotUsedIsNamedAndMakesNobodyUnhealthy(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("de.yml"), "welcomed: {title: Hallo}\n");
        try (RunningBot bot =
                scene.bot().plugins(new HealthPlugin()).templates(folder).start()) {
            Answer answer = bot.backend().get("/internal/health");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/template_faults/0").asText()).contains("de.yml:1: welcomed: ");
            scene.guild().awaitCommand("health");
            SandboxReply reply = scene.ada().in(scene.guild()).runs("/health").await();
            assertThat(reply.content()).isEqualTo("✅ Healthy");
            assertThat(reply.embeds().get(0).fields())
                    .filteredOn(field -> field.name().equals("Faulty template files"))
                    .singleElement()
                    .satisfies(field -> assertThat(field.value()).contains("de.yml:1, welcomed: "));
        }
    }
}
