package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Somebody with an account, the bot itself included. Guarded by the world's lock. */
public final class User {
    private final String id;
    private final String username;
    private final boolean bot;
    private String locale = "en-US";
    private boolean acceptsDms = true;
    private boolean refusesDmChannel;

    User(String id, String username, boolean bot) {
        if (!Snowflakes.isSnowflake(id) || username.isBlank()) {
            throw new IllegalArgumentException("A user needs a snowflake and a name: " + id + ", " + username);
        }
        this.id = id;
        this.username = username;
        this.bot = bot;
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public boolean isBot() {
        return bot;
    }

    public String locale() {
        return locale;
    }

    public void locale(String newLocale) {
        locale = newLocale;
    }

    public boolean acceptsDms() {
        return acceptsDms;
    }

    public void acceptsDms(boolean accepts) {
        acceptsDms = accepts;
    }

    public boolean refusesDmChannel() {
        return refusesDmChannel;
    }

    public void refusesDmChannel(boolean refuses) {
        refusesDmChannel = refuses;
    }

    /** Returns the user as others see it. */
    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("id", id).put("username", username).put("discriminator", bot ? "4242" : "0");
        json.put("global_name", bot ? null : displayName()).putNull("avatar");
        json.put("flags", 0).put("public_flags", 0).putNull("primary_guild");
        if (bot) {
            json.put("bot", true);
        }
        return json;
    }

    /** Returns the user as it sees itself. */
    public ObjectNode selfJson() {
        ObjectNode json = json();
        json.put("mfa_enabled", true).put("locale", locale).put("verified", true);
        return json.putNull("email");
    }

    private String displayName() {
        return username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
    }
}
