package app.moddy.bot.discord;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * By what the tries of one call are recognised on the wire.
 *
 * @param value the message's nonce, the user whose channel is opened, the channel that is looked into, the method and path of
 *     a guild's member or their role
 * @param limit the limit that it counts toward, one for each route and channel or guild, as JDA keeps a queue for each; null when
 *     it is several calls, or none of these
 */
record WireKey(Kind kind, String value, @Nullable String limit) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern MEMBER_OR_ROLE = Pattern.compile("/(members|roles)/\\d+");

    /** The calls of {@link DiscordCalls}. */
    enum Kind {
        OPEN,
        POST,
        LOOK,
        MEET,
        MEMBER
    }

    static WireKey opening(Snowflake user) {
        return opening(user.toString());
    }

    private static WireKey opening(String user) {
        return new WireKey(Kind.OPEN, user, "POST users/@me/channels");
    }

    static WireKey posting(String nonce, Snowflake channel) {
        return posting(nonce, channel.toString());
    }

    private static WireKey posting(String nonce, String channel) {
        return new WireKey(Kind.POST, nonce, "POST channels/" + channel);
    }

    static WireKey lookingInto(long channel) {
        return lookingInto(Long.toString(channel));
    }

    private static WireKey lookingInto(String channel) {
        return new WireKey(Kind.LOOK, channel, "GET channels/" + channel);
    }

    static WireKey meeting(Snowflake user) {
        return new WireKey(Kind.MEET, user.toString(), null);
    }

    static WireKey member(Snowflake guild, Snowflake user) {
        return inGuild("GET guilds/%s/members/%s".formatted(guild, user));
    }

    static WireKey role(RoleChange change) {
        String method = switch (change.kind()) {
            case ADD -> "PUT";
            case REMOVE -> "DELETE";
        };
        return inGuild(
                "%s guilds/%s/members/%s/roles/%s".formatted(method, change.guild(), change.user(), change.role()));
    }

    private static WireKey inGuild(String call) {
        return new WireKey(Kind.MEMBER, call, MEMBER_OR_ROLE.matcher(call).replaceAll("/$1"));
    }

    /** Whether this is a call to a guild's member. */
    boolean isOfMember() {
        return kind == Kind.MEMBER;
    }

    boolean posts() {
        return kind == Kind.POST;
    }

    /** The key of a request; null when it is none of these calls. */
    static @Nullable WireKey of(Request request) throws IOException {
        if (opensChannel(request)) {
            return opening(inBody(request, "recipient_id"));
        }
        String path = request.url().encodedPath();
        int guild = path.indexOf("/guilds/");
        if (guild >= 0) {
            return inGuild(request.method() + " " + path.substring(guild + 1));
        }
        if (!path.contains("/channels/") || !path.endsWith("/messages")) {
            return null;
        }
        int size = request.url().pathSegments().size();
        String channel = request.url().pathSegments().get(size - 2);
        return request.method().equals("GET") ? lookingInto(channel) : posting(inBody(request, "nonce"), channel);
    }

    private static String inBody(Request request, String field) throws IOException {
        RequestBody body = request.body();
        if (body == null) {
            return "";
        }
        Buffer copy = new Buffer();
        body.writeTo(copy);
        try (JsonParser json = JSON.createParser(copy.inputStream())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isWanted = json.currentName().equals(field);
                json.nextToken();
                if (isWanted) {
                    return json.getText();
                }
                json.skipChildren();
            }
        } catch (JsonParseException other) { // a file with it, say: none of ours
            return "";
        }
        return "";
    }

    static boolean opensChannel(Request request) {
        return request.method().equals("POST") && request.url().encodedPath().endsWith("/users/@me/channels");
    }

    /** Answers to interactions: they need no token, and count toward no limit of the bot's. */
    static boolean needsNoToken(Request request) {
        String path = request.url().encodedPath();
        return path.contains("/interactions/") || path.contains("/webhooks/");
    }
}
