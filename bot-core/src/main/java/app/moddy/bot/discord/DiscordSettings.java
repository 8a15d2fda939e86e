package app.moddy.bot.discord;

import app.moddy.bot.config.Secret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Where Discord is and who we are there.
 *
 * @param token the bot's token, without {@code Bot }
 * @param apiUrl the REST API with its version, e.g. {@code https://discord.com/api/v10/}
 * @param gatewayUrl the gateway, e.g. {@code wss://gateway.discord.gg/}
 * @param requestsPerSecond how many requests we make at most; 45
 * @param newDmsPerSecond how many DM channels we open at most; 1
 */
public record DiscordSettings(
        @NotNull(message = "is missing: set DISCORD_TOKEN to the bot's token")
        @Pattern(
                regexp = "[!-~]+",
                message = "must be visible ASCII characters without blanks; the token goes without 'Bot '")
        Secret token,

        @Pattern(regexp = "https?" + HOST_AND_PATH, message = "must be an address such as https://discord.com/api/v10/")
        String apiUrl,

        @Pattern(regexp = "wss?" + HOST_AND_PATH, message = "must be an address such as wss://gateway.discord.gg/")
        String gatewayUrl,

        @Positive(message = "must be a positive number such as 45")
        Double requestsPerSecond,

        @Positive(message = "must be a positive number such as 1 or 0.5")
        Double newDmsPerSecond) {

    private static final String HOST_AND_PATH =
            "://(\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+)(:(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{1,4}))?(/[A-Za-z0-9._~/-]*)?";

    /** Without an address: Discord's own; without a pace: one that Discord allows. */
    public DiscordSettings(
            Secret token,
            @Nullable String apiUrl,
            @Nullable String gatewayUrl,
            @Nullable Double requestsPerSecond,
            @Nullable Double newDmsPerSecond) {
        this.token = token;
        this.apiUrl = apiUrl == null ? "https://discord.com/api/v10/" : apiUrl;
        this.gatewayUrl = gatewayUrl == null ? "wss://gateway.discord.gg/" : gatewayUrl;
        this.requestsPerSecond = requestsPerSecond == null ? 45.0 : requestsPerSecond;
        this.newDmsPerSecond = newDmsPerSecond == null ? 1.0 : newDmsPerSecond;
    }
}
