package app.moddy.bot.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Map;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.junit.jupiter.api.Test;

class MessageSettingsTest {
    private static final Validator VALIDATOR = MetadataValidator.create();

    @Test
    void fillsInWhatIsNotConfigured() throws JsonProcessingException {
        MessageSettings settings = new ObjectMapper().readValue("{\"default_currency\": \"\"}", MessageSettings.class);
        assertThat(settings).isEqualTo(new MessageSettings("en-US", "", "moddy_max", Map.of(), "templates"));
        assertThat(MessageSettings.defaults().defaultCurrency()).isEqualTo("eur");
        assertThat(VALIDATOR.validate(settings)).isEmpty();
    }

    @Test
    void bindsAllOfItsKeys() throws JsonProcessingException {
        String json = """
                {"default_language": "fr", "default_currency": "usd", "default_paid_plan": "gold", "plans": {"gold": "Gold!"}}""";
        assertThat(new ObjectMapper().readValue(json, MessageSettings.class))
                .isEqualTo(new MessageSettings("fr", "usd", "gold", Map.of("gold", "Gold!"), "templates"));
    }

    @Test
    void takesEveryLocaleOfDiscordAndNoOther() {
        assertThat(Arrays.stream(DiscordLocale.values()).filter(locale -> locale != DiscordLocale.UNKNOWN))
                .allSatisfy(locale -> assertThat(
                                VALIDATOR.validate(new MessageSettings(locale.getLocale(), null, null, null, null)))
                        .isEmpty());
        assertThat(VALIDATOR.validate(new MessageSettings("unknown", null, null, null, null)))
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoCurrencyOrNoName() {
        MessageSettings settings = new MessageSettings(null, "euro", "x".repeat(101), Map.of("gold", " "), null);
        assertThat(VALIDATOR.validate(settings)).hasSize(3);
    }
}
