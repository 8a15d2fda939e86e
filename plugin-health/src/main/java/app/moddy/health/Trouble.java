package app.moddy.health;

import java.util.Map;

/**
 * Why the bot is unhealthy.
 *
 * @param reply its text in the replies of {@code /health}
 * @param values what that names
 * @param english for probes
 */
record Trouble(String reply, Map<String, ?> values, String english) {
    static final Trouble FIRST_LOGIN =
            new Trouble("first_login", Map.of(), "the first login to Discord has not succeeded yet");
    static final Trouble REST_SILENT = new Trouble("rest_silent", Map.of(), "Discord's REST API does not answer");
    static final Trouble TOKEN_REFUSED = new Trouble("token_refused", Map.of(), "Discord refuses the token");

    static Trouble gatewayGone(long seconds) {
        return new Trouble(
                "gateway_gone", Map.of("seconds", seconds), "the gateway has been gone for " + seconds + " s");
    }

    static Trouble storeRefuses(String fault) {
        return new Trouble("store_refuses", Map.of("fault", fault), "the store accepts no writes: " + fault);
    }
}
