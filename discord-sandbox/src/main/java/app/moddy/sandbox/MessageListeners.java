package app.moddy.sandbox;

import app.moddy.sandbox.world.World;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Tells listeners of the bot's messages, one at a time, on a thread of their own. Thread-safe. */
final class MessageListeners {
    private final World world;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(SandboxServer::daemon);

    MessageListeners(World world) {
        this.world = world;
    }

    void add(Consumer<SandboxMessage> listener) {
        world.onMessage(message -> {
            SandboxMessage seen = SandboxMessage.of(message);
            if (!thread.isShutdown()) {
                thread.execute(() -> tell(listener, seen));
            }
        });
    }

    private void tell(Consumer<SandboxMessage> listener, SandboxMessage message) {
        try {
            listener.accept(message);
        } catch (RuntimeException bug) {
            world.problem("A listener to messages failed: " + bug);
        }
    }

    void stop() {
        thread.shutdownNow();
    }
}
