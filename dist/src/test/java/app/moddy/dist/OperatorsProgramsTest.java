package app.moddy.dist;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.Backup;
import app.moddy.bot.Main;
import app.moddy.bot.MigrateStore;
import app.moddy.sandbox.DiscordSandbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with the program: logs for a collector, a copy of the store while the bot runs. */
class OperatorsProgramsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private static Map<String, String> environment(DiscordSandbox discord) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DISCORD_TOKEN", discord.token());
        environment.put("DISCORD_API_URL", discord.apiUrl().toString());
        environment.put("DISCORD_GATEWAY_URL", discord.gatewayUrl().toString());
        environment.put("INTERNAL_API_SECRET", "a-secret-of-the-tests-only");
        environment.put("INTERNAL_PORT", "0");
        return environment;
    }

    private Program.Ended backup(String... arguments) throws Exception {
        try (Program backup = Program.start(Backup.class, folder, Map.of(), arguments)) {
            return backup.awaitEnd(LIMIT);
        }
    }

    @Test
    void eachLineOfTheLogIsAnObjectWhenTheOperatorWantsJson() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            Map<String, String> environment = environment(discord);
            environment.put("MODDY_LOG_FORMAT", "json");
            try (Program bot = Program.start(Main.class, folder, environment)) {
                bot.await("connected", text -> text.contains("Connected to Discord"));
                bot.terminate();
                for (String line : bot.awaitEnd(LIMIT).lines()) {
                    JsonNode object = JSON.readTree(line);
                    assertThat(object.path("timestamp").isNumber()).as(line).isTrue();
                    assertThat(object.path("level").asText()).as(line).isIn("INFO", "WARN");
                    assertThat(object.path("formattedMessage").asText())
                            .as(line)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void anotherFormatIsAFault() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start()) {
            Map<String, String> environment = environment(discord);
            environment.put("MODDY_LOG_FORMAT", "xml");
            try (Program bot = Program.start(Main.class, folder, environment)) {
                Program.Ended ended = bot.awaitEnd(LIMIT);
                assertThat(ended.code()).isEqualTo(2);
                assertThat(ended.output()).contains("logs.format: ").contains("text, json");
            }
        }
    }

    @Test
    void theStoreIsCopiedWhileTheBotRuns() throws Exception {
        try (DiscordSandbox discord = DiscordSandbox.start();
                Program bot = Program.start(Main.class, folder, environment(discord))) {
            bot.await("connected", text -> text.contains("Connected to Discord"));
            Program.Ended copied = backup("copy.db");
            assertThat(copied.code()).as(copied.output()).isZero();
            assertThat(copied.output()).matches("copy\\.db: \\d+ KiB\n");
            assertThat(Files.size(folder.resolve("copy.db"))).isGreaterThan(4_096);
            assertThat(backup("copy.db").code()).as("it replaces nothing").isEqualTo(2);
        }
    }

    @Test
    void withoutAFileItSaysHowItIsUsed() throws Exception {
        Program.Ended ended = backup();
        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.output()).contains("usage: moddy backup FILE");
    }

    @Test
    void theStoreIsMovedByWhatTheEnvironmentSaysOnly() throws Exception {
        try (Program move = Program.start(MigrateStore.class, folder, Map.of(), "moddy.db")) {
            Program.Ended ended = move.awaitEnd(LIMIT);
            assertThat(ended.code()).isEqualTo(64);
            assertThat(ended.output()).contains("usage: moddy migrate-store, with MODDY_DATA and DATABASE_URL");
        }
        try (Program move = Program.start(MigrateStore.class, folder, Map.of())) {
            Program.Ended ended = move.awaitEnd(LIMIT);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.lines()).containsExactly("Set DATABASE_URL to the PostgreSQL that is to be filled");
        }
    }
}
