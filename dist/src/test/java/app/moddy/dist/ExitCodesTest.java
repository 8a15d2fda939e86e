package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Main;
import app.moddy.sandbox.DiscordSandbox;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodesTest {
    private static final String SECRET = "planted-secret-number-1";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private static Map<String, String> environment(DiscordSandbox discord) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl().toString());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
        environment.put("INTERNAL_API_SECRET", SECRET);
        environment.put("INTERNAL_PORT", "0");
        return environment;
    }

    private Program.Ended run(Map<String, String> environment) throws Exception {
        try (Program bot = Program.start(Main.class, folder, environment)) {
            return bot.awaitEnd(LIMIT);
        }
    }

    @Test
    void aSignalEndsItWithZeroWithinTenSeconds() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start();
                Program bot = Program.start(Main.class, folder, environment(discord))) {
            String output = bot.await("connected", text -> text.contains("Connected to Discord"));
            assertThat(output).doesNotContain(SECRET).doesNotContain(discord.token());
            bot.terminate();
            assertThat(bot.awaitEnd(Duration.ofSeconds(10)).code()).isZero();
        }
    }

    @Test
    void everyFaultOfTheConfigurationIsPrintedAtOnceWithItsMend() throws Exception {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, """
                discord: {token: "${DISCORD_TOKEN}", api_url: "nonsense", gateway_url: "wss://gateway.discord.gg/"}
                htpp: {}
                http: {host: "::", port: 70000, secrets: "${INTERNAL_API_SECRET}"}
                plugins: {required: [notifications], disabled: [notifications]}
                """);
        Program.Ended ended = run(Map.of("MODDY_CONFIG", config.toString(), "INTERNAL_API_SECRET", "too-short"));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output())
                .contains("discord.token: environment variable DISCORD_TOKEN is not set")
                .contains("discord.api_url: must be an address such as https://discord.com/api/v10/")
                .contains("htpp: unknown key; did you mean 'http'?")
                .contains("http.port: must be 0 to 65535")
                .contains("http.secrets[0]: must have at least 16 characters")
                .contains("'notifications' is required and disabled")
                .doesNotContain("too-short");
    }

    @Test
    void aTokenThatCanBeNoneIsAFaultAndNeverShown() throws Exception {
        for (String token : List.of("Bot planted.token.x", "planted.token.x\n", "planted.token.x\u0001")) {
            Program.Ended ended = run(Map.of("DISCORD_TOKEN", token, "INTERNAL_API_SECRET", SECRET));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.output())
                    .contains("discord.token: must be visible ASCII characters without blanks")
                    .doesNotContain("planted", "token.x");
        }
    }

    @Test
    void withoutAFileTheEnvironmentIsEnoughAndWithoutBothEachIsNamed() throws Exception {
        Program.Ended ended = run(Map.of());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).contains("DISCORD_TOKEN is not set").contains("INTERNAL_API_SECRET is not set");
    }

    @Test
    void aTokenThatDiscordRefusesEndsItWithThree() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            Map<String, String> environment = environment(discord);
            environment.put("DISCORD_TOKEN", "not.the.token");
            Program.Ended ended = run(environment);
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.output()).contains("Discord refuses the token").doesNotContain("not.the.token");
        }
    }

    @Test
    void aRequiredPluginThatIsMissingEndsItWithFour() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            Path config = folder.resolve("config.yml");
            Files.writeString(
                    config,
                    Files.readString(Path.of("..", "config.yml"))
                            .replace("required: [notifications]", "required: [notifications, payments]"));
            Map<String, String> environment = environment(discord);
            environment.put("MODDY_CONFIG", config.toString());
            Program.Ended ended = run(environment);
            assertThat(ended.code()).isEqualTo(4);
            assertThat(ended.output())
                    .contains("payments: there is no such plugin; found: [health, notifications, roles]");
        }
    }

    @Test
    void aRequiredPluginWhoseJarIsBrokenEndsItWithFourAndTheJarIsNamed() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            Path config = folder.resolve("config.yml");
            Files.writeString(
                    config,
                    Files.readString(Path.of("..", "config.yml"))
                            .replace("required: [notifications]", "required: [payments]"));
            Files.createDirectory(folder.resolve("plugins"));
            Files.writeString(folder.resolve("plugins").resolve("payments-1.0.jar"), "broken");
            Map<String, String> environment = environment(discord);
            environment.put("MODDY_CONFIG", config.toString());
            Program.Ended ended = run(environment);
            assertThat(ended.code()).isEqualTo(4);
            assertThat(ended.output())
                    .contains("Plugin payments-1.0.jar cannot be loaded: is no jar, or not all of it")
                    .contains("payments: there is no such plugin; found: [health, notifications, roles];"
                            + " not loaded: [payments-1.0.jar]");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidPlainly() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("::"))) {
            Map<String, String> environment = environment(discord);
            environment.put("INTERNAL_PORT", Integer.toString(taken.getLocalPort()));
            Program.Ended ended = run(environment);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.output()).contains(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void aSecondProcessOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start();
                Program first = Program.start(Main.class, folder, environment(discord))) {
            first.await("serving", text -> text.contains("Serving on port"));
            Program.Ended ended = run(environment(discord));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.output())
                    .contains("Another bot uses the data folder " + folder.resolve("data"))
                    .doesNotContain("\tat ");
            first.terminate();
            assertThat(first.awaitEnd(Duration.ofSeconds(10)).code()).isZero();
        }
    }

    @Test
    void itServesWhileDiscordIsUnreachable() throws Exception {
        Map<String, String> environment;
        try (DiscordSandbox gone = DiscordSandbox.start()) {
            environment = environment(gone);
        }
        try (Program bot = Program.start(Main.class, folder, environment)) {
            bot.await(
                    "a second try", text -> text.contains("Serving on port") && text.contains("next try in about 2 s"));
            bot.terminate();
            assertThat(bot.awaitEnd(Duration.ofSeconds(10)).code()).isZero();
        }
    }
}
