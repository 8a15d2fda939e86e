package app.moddy.bot.discord;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.requests.WebSocketClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends JDA, on a thread of its own: it may wait for a lock of its own for ten seconds, and fails then. */
final class Farewell {
    private static final Logger log = LoggerFactory.getLogger(Farewell.class);

    private Farewell() {}

    /** Requests under way are made. */
    static void begin(JDA jda) {
        thread(() -> end(jda, false));
    }

    /** Requests under way are not waited for. */
    static void beginAtOnce(JDA jda) {
        thread(() -> end(jda, true));
    }

    /** Returns when it has ended, at the latest after this time. An interrupt ends the waiting and stays set. */
    static void within(JDA jda, Duration limit) {
        Thread thread = thread(() -> {
            end(jda, false);
            endAtOnceUnlessWithin(jda, limit);
        });
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "discord-farewell");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void endAtOnceUnlessWithin(JDA jda, Duration limit) {
        try {
            if (!jda.awaitShutdown(limit)) {
                end(jda, true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(JDA jda, boolean atOnce) {
        try {
            leave(jda);
            if (atOnce) {
                jda.shutdownNow();
            } else {
                jda.shutdown();
            }
        } catch (RuntimeException | Error e) { // its session is closed all the same, and no other is begun
            log.warn("JDA does not end as it should; nothing more is heard of it", e);
        }
    }

    /** Needs no lock: another instance may have a session in a moment. While JDA reconnects it gives that up by itself. */
    private static void leave(JDA jda) {
        jda.setAutoReconnect(false);
        @Nullable WebSocketClient client = ((JDAImpl) jda).getClient();
        if (client != null) {
            client.close();
        }
    }
}
