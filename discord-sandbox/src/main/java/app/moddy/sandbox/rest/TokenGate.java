package app.moddy.sandbox.rest;

import org.jspecify.annotations.Nullable;

/** Knows the bot's token, and whether it still counts. Thread-safe. */
public final class TokenGate {
    private final String token;
    private volatile boolean refusing;

    public TokenGate(String token) {
        this.token = token;
    }

    public String token() {
        return token;
    }

    /** From now on nobody gets in. */
    public void refuse() {
        refusing = true;
    }

    /** From now on who has the token gets in again. */
    public void accept() {
        refusing = false;
    }

    /** Whether this is the token, as the gateway gets it: without "Bot ". */
    public boolean accepts(String given) {
        return !refusing && token.equals(given);
    }

    boolean acceptsHeader(@Nullable String authorization) {
        return authorization != null && authorization.startsWith("Bot ") && accepts(authorization.substring(4));
    }
}
