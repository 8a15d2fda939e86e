package app.moddy.dist.proof;

import app.moddy.sandbox.SandboxUser;
import java.net.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of a backend.
 *
 * @param text what makes it unlike all others, and is seen in the DM
 * @param keyed whether it has an {@code Idempotency-Key}
 */
record NotifyRequest(SandboxUser user, String text, boolean keyed) {
    private static final Pattern ID = Pattern.compile("\"notification_id\":\"(\\d+)\"");

    HttpRequest.Builder to(BotProcess bot) {
        String body = """
                {"discord_id":"%s","action":"subscription_updated","metadata":{"message":"%s"}}""".formatted(user.id(), text);
        HttpRequest.Builder request = bot.request("/internal/notify")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return keyed ? request.header("Idempotency-Key", text) : request;
    }

    /** What an answer promises. */
    Ledger.Promise promise(String answer) {
        Matcher id = ID.matcher(answer);
        if (!id.find()) {
            throw new AssertionError("no id in " + answer);
        }
        return new Ledger.Promise(id.group(1), user.name(), text, keyed);
    }
}
