package app.moddy.bot.discord;

import app.moddy.bot.instance.Instances;
import app.moddy.bot.store.Store;
import com.google.inject.AbstractModule;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.requests.WebSocketClient;

/** For a test that looks behind a bot: what its core has, and plugins have not. To be put into the bot as a module. */
final class Behind extends AbstractModule {
    private final AtomicReference<DiscordConnection> connection = new AtomicReference<>();
    private final AtomicReference<Store> core = new AtomicReference<>();
    private final AtomicReference<Instances> instances = new AtomicReference<>();

    @Override
    protected void configure() {
        requestInjection(this);
    }

    @Inject
    void set(DiscordConnection its, Store cores, Instances own) {
        connection.set(its);
        core.set(cores);
        instances.set(own);
    }

    Instances instances() {
        return Objects.requireNonNull(instances.get());
    }

    /** The store with core's tables. */
    Store store() {
        return Objects.requireNonNull(core.get());
    }

    JDA jda() {
        return Objects.requireNonNull(connection.get()).jda().orElseThrow();
    }

    /** Whether it has logged in anew since this one. */
    boolean hasOtherThan(JDA old) {
        return Objects.requireNonNull(connection.get())
                .jda()
                .filter(now -> now != old)
                .isPresent();
    }

    /** What JDA holds while it reconnects: its end waits for it for ten seconds, and fails then. */
    static ReentrantLock reconnectLock(JDA jda) {
        try {
            Field lock = WebSocketClient.class.getDeclaredField("reconnectLock");
            lock.setAccessible(true);
            return (ReentrantLock) lock.get(((JDAImpl) jda).getClient());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
