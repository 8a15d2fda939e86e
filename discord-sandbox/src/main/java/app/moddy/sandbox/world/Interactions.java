package app.moddy.sandbox.world;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All interactions, by token. Guarded by the world's lock. */
public final class Interactions {
    private final Map<String, Interaction> byToken = new HashMap<>();

    void add(Interaction interaction) {
        byToken.put(interaction.token(), interaction);
    }

    public @Nullable Interaction byToken(String token) {
        return byToken.get(token);
    }
}
