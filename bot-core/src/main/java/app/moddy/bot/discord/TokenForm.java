package app.moddy.bot.discord;

import app.moddy.bot.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a bot's token looks like: three parts with dots between them, the first of which is the bot's id in Base64. Whether
 * Discord accepts it only a login tells. Core only.
 */
public final class TokenForm {
    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern ID = Pattern.compile("\\d{17,20}");

    private TokenForm() {}

    /** What is wrong with this one, without any of it; empty when it looks like a token. */
    public static Optional<String> fault(Secret token) {
        String text = token.reveal();
        if (TOKEN.matcher(text).matches() && ID.matcher(decoded(text)).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                "discord.token: is not a bot's token, which has three parts with dots between them, the first its id in Base64; copy it from the"
                        + " developer portal, your application, Bot (the client secret and the public key are others)");
    }

    private static String decoded(String token) {
        try {
            return new String(
                    Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
