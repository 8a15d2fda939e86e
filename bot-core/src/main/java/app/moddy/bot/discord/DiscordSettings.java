package app.moddy.bot.discord;

import app.moddy.bot.config.Secret;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Where Discord is and who we are there.
 *
 * @param token the bot's token, without {@code Bot }
 * @param apiUrl the REST API with its version, e.g. {@code https://discord.com/api/v10/}
 * @param gatewayUrl the gateway, e.g. {@code wss://gateway.discord.gg/}
 */
public record DiscordSettings(
        @NotNull(message = "is missing: set DISCORD_TOKEN to the bot's token")
        Secret token,

        @NotNull
        @Pattern(regexp = "https?://[^\\s?#]+", message = "must be an address such as https://discord.com/api/v10/")
        String apiUrl,

        @NotNull @Pattern(regexp = "wss?://[^\\s?#]+", message = "must be an address such as wss://gateway.discord.gg/")
        String gatewayUrl) {}
