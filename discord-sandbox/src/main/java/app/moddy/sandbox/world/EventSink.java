package app.moddy.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where events go: to the sessions of the gateway. Called with the world locked. */
@FunctionalInterface
public interface EventSink {
    /**
     * Dispatches one event.
     *
     * @param type the name, such as {@code MESSAGE_CREATE}
     * @param data the value of {@code d}
     * @param intent the bit of {@link Intents} that a session must have, or {@link Intents#NONE}
     */
    void dispatch(String type, ObjectNode data, int intent);
}
