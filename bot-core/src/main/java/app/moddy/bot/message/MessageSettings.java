package app.moddy.bot.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How messages are written; a part of the bot's configuration. What is null gets its default.
 *
 * @param defaultLanguage a Discord locale, for users whose language is unknown or has no template; {@code en-US}
 * @param defaultCurrency ISO 4217, for amounts without a currency; {@code eur}; empty: such amounts are not shown
 * @param defaultPaidPlan the plan that a cancellation without an old plan was about; {@code moddy_max}; empty: none
 * @param plans display names by plan; a plan without one is shown as {@code moddy_max → Moddy Max}
 * @param templatesFolder where the operator's own template files are; {@code templates}; it need not exist
 */
public record MessageSettings(
        @JsonProperty("default_language")
        @Pattern(regexp = LOCALES, message = "must be a Discord locale such as en-US or fr")
        String defaultLanguage,

        @JsonProperty("default_currency")
        @Pattern(regexp = "([A-Za-z]{3})?", message = "must be an ISO 4217 code such as eur, or empty")
        String defaultCurrency,

        @JsonProperty("default_paid_plan") @Size(max = 100) String defaultPaidPlan,
        @JsonProperty("plans") Map<@NotBlank @Size(max = 100) String, @NotBlank @Size(max = 100) String> plans,
        @JsonProperty("templates_folder") @NotBlank String templatesFolder) {

    /** https://docs.discord.com/developers/reference#locales */
    private static final String LOCALES =
            "ar|bg|cs|da|de|el|en-GB|en-US|es-419|es-ES|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|nl|no|pl"
                    + "|pt-BR|ro|ru|sv-SE|th|tr|uk|vi|zh-CN|zh-TW";

    /** Fills in the defaults. */
    public MessageSettings(
            @Nullable String defaultLanguage,
            @Nullable String defaultCurrency,
            @Nullable String defaultPaidPlan,
            @Nullable Map<String, String> plans,
            @Nullable String templatesFolder) {
        this.defaultLanguage = defaultLanguage == null ? "en-US" : defaultLanguage;
        this.defaultCurrency = defaultCurrency == null ? "eur" : defaultCurrency;
        this.defaultPaidPlan = defaultPaidPlan == null ? "moddy_max" : defaultPaidPlan;
        this.templatesFolder = templatesFolder == null ? "templates" : templatesFolder;
        // no Map.copyOf: a name that is null is for the validator to report
        this.plans = plans == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(plans));
    }

    /** The settings of a bot that configures none. */
    public static MessageSettings defaults() {
        return new MessageSettings(null, null, null, null, null);
    }
}
