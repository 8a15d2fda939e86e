package app.moddy.bot.config;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moddy.bot.LogFormat;
import app.moddy.bot.LogSettings;
import app.moddy.bot.command.StaffSettings;
import app.moddy.bot.discord.DiscordSettings;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.http.HttpSettings;
import app.moddy.bot.store.StoreSettings;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShippedConfigTest {
    private static final Path FILE = Path.of("..", "config.yml");
    private static final String SECRET = "0123456789abcdef";
    private static final Map<String, String> LEAST = Map.of("DISCORD_TOKEN", "a-token", "INTERNAL_API_SECRET", SECRET);

    record Messages(
            @NotBlank String defaultLanguage,
            @NotNull String defaultCurrency,
            @NotBlank String defaultPaidPlan,
            Map<String, String> plans,
            @NotBlank String templatesFolder) {}

    record Plugins(
            String folder,
            Set<String> disabled,
            Set<String> required,
            @JsonAnySetter Map<String, ConfigSection> sections) {}

    record Root(
            DiscordSettings discord,
            HttpSettings http,
            StaffSettings staff,
            StoreSettings store,
            Messages messages,
            LogSettings logs,
            Plugins plugins) {}

    @Test
    void bindsWithOnlyTheTwoRequiredVariables() throws Exception {
        Root root = ConfigSection.read(FILE, LEAST).bind(Root.class);

        assertThat(root.discord())
                .isEqualTo(new DiscordSettings(
                        Secret.of("a-token"), "https://discord.com/api/v10/", "wss://gateway.discord.gg/", 45.0, 1.0));
        assertThat(root.http()).isEqualTo(new HttpSettings("::", 3000, List.of(Secret.of(SECRET))));
        assertThat(root.staff()).isEqualTo(new StaffSettings(Set.of(), Set.of(), Set.of(), Set.of(), null, null));
        assertThat(root.store()).isEqualTo(new StoreSettings("data", null));
        assertThat(root.messages())
                .isEqualTo(new Messages(
                        "en-US", "eur", "moddy_max", Map.of("free", "Free", "moddy_max", "Moddy Max"), "templates"));
        assertThat(root.logs().format()).isEqualTo(LogFormat.TEXT);
        assertThat(root.plugins().folder()).isEqualTo("plugins");
        assertThat(root.plugins().disabled()).isEmpty();
        assertThat(root.plugins().required()).containsExactly("notifications");
        assertThat(root.plugins().sections()).containsOnlyKeys("notifications");
        assertThat(root.plugins().sections().get("notifications"))
                .satisfies(section ->
                        assertThat(section.keys()).containsExactlyInAnyOrder("give_up_after", "keep_metadata", "keep"));
    }

    @Test
    void takesEveryVariableThatItNames() throws Exception {
        Root root = ConfigSection.read(
                        FILE,
                        Map.ofEntries(
                                entry("DISCORD_TOKEN", "a-token"),
                                entry("DISCORD_API_URL", "http://127.0.0.1:8081/api/v10/"),
                                entry("DISCORD_GATEWAY_URL", "ws://127.0.0.1:8081"),
                                entry("MODDY_REQUESTS_PER_SECOND", "500"),
                                entry("MODDY_NEW_DM_PER_SECOND", "0.5"),
                                entry("INTERNAL_PORT", "8080"),
                                entry("INTERNAL_API_SECRET", SECRET + ", " + SECRET + "2"),
                                entry("MODDY_STAFF_GUILDS", "123456789012345678"),
                                entry("MODDY_STAFF_ROLES", "223456789012345678 ,323456789012345678"),
                                entry("MODDY_STAFF_USERS", "423456789012345678,"),
                                entry("MODDY_STAFF_OWNERS", "623456789012345678"),
                                entry("MODDY_STAFF_CHANNEL", "523456789012345678"),
                                entry("MODDY_AUDIT_CHANNEL", "723456789012345678"),
                                entry("MODDY_LOG_FORMAT", "json"),
                                entry("MODDY_DATA", "/var/lib/moddy")))
                .bind(Root.class);

        assertThat(root.discord().apiUrl()).isEqualTo("http://127.0.0.1:8081/api/v10/");
        assertThat(root.discord().gatewayUrl()).isEqualTo("ws://127.0.0.1:8081");
        assertThat(root.discord().requestsPerSecond()).isEqualTo(500);
        assertThat(root.discord().newDmsPerSecond()).isEqualTo(0.5);
        assertThat(root.logs().format()).isEqualTo(LogFormat.JSON);
        assertThat(root.store().folder()).isEqualTo("/var/lib/moddy");
        assertThat(root.http().port()).isEqualTo(8080);
        assertThat(root.http().secrets()).containsExactly(Secret.of(SECRET), Secret.of(SECRET + "2"));
        assertThat(root.staff())
                .isEqualTo(new StaffSettings(
                        Set.of(new Snowflake(123456789012345678L)),
                        Set.of(new Snowflake(223456789012345678L), new Snowflake(323456789012345678L)),
                        Set.of(new Snowflake(423456789012345678L)),
                        Set.of(new Snowflake(623456789012345678L)),
                        new Snowflake(523456789012345678L),
                        new Snowflake(723456789012345678L)));
    }

    @Test
    void tellsAllThatIsMissingOrWrongAtOnceAndNoSecret() {
        ConfigException thrown = catchThrowableOfType(
                ConfigException.class,
                () -> ConfigSection.read(
                                FILE,
                                Map.of(
                                        "INTERNAL_API_SECRET", SECRET + ",too-short",
                                        "MODDY_NEW_DM_PER_SECOND", "0",
                                        "MODDY_STAFF_CHANNEL", "#staff",
                                        "DATABASE_URL", "postgresql://moddy:hunter2@db/moddy",
                                        "INTERNAL_PORT", "70000",
                                        "MODDY_STAFF_USERS", "423456789012345678,somebody"))
                        .bind(Root.class));

        assertThat(thrown).hasMessage("""
                        discord.token: environment variable DISCORD_TOKEN is not set; set it, or write the value here
                        discord.new_dms_per_second: must be a positive number such as 1 or 0.5 (from MODDY_NEW_DM_PER_SECOND)
                        http.port: must be 0 to 65535 (from INTERNAL_PORT)
                        http.secrets[1]: must have at least 16 characters (from INTERNAL_API_SECRET)
                        staff.users[1]: must be a Discord id: 17 to 19 digits, nothing else (from MODDY_STAFF_USERS)
                        staff.channel_id: must be a Discord id: 17 to 19 digits, nothing else (from MODDY_STAFF_CHANNEL)
                        store.database_url: must be jdbc:postgresql://HOST:PORT/DATABASE?user=…&password=…, or empty for SQLite in \
                        store.folder (from DATABASE_URL)""");
    }
}
