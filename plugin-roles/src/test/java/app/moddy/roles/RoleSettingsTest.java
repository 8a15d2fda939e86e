package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.moddy.bot.config.ConfigException;
import app.moddy.bot.config.ConfigSection;
import app.moddy.bot.discord.Snowflake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The section {@code plugins.roles}. */
class RoleSettingsTest {
    private static RoleSettings bind(String yaml) throws ConfigException {
        return ConfigSection.parse(yaml, "test", Map.of()).section("roles").bind(RoleSettings.class);
    }

    @Test
    void theExampleInTheShippedFileIsSound() throws Exception {
        String example = Files.readAllLines(Path.of("..", "config.yml")).stream()
                .dropWhile(line -> !line.equals("  # roles:"))
                .takeWhile(line -> line.startsWith("  # "))
                .map(line -> line.substring("  # ".length()))
                .collect(Collectors.joining("\n"));
        RoleSettings settings = bind(example);
        assertThat(settings.guildId()).isEqualTo(new Snowflake(123456789012345678L));
        assertThat(settings.plans())
                .containsExactly(
                        Map.entry("free", List.of()),
                        Map.entry("moddy_max", List.of(new Snowflake(234567890123456789L))));
    }

    @Test
    void nothingIsRequired() throws Exception {
        assertThat(bind("")).isEqualTo(new RoleSettings(null, Map.of()));
    }

    @Test
    void faultsAreNamed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> bind("roles: {plans: {max: [Gold]}, guild: 1}"))
                .withMessageContaining("roles.plans.max[0]: must be a Discord id: 17 to 19 digits, nothing else")
                .withMessageContaining("roles.guild: ");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> bind("roles: {plans: {'': []}}"))
                .withMessageContaining("the name of a plan in plans must have 1 to 100 characters");
    }
}
