package app.moddy.bot.message;

import app.moddy.bot.testing.PortGate;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.jspecify.annotations.Nullable;

/**
 * Stands before what commands say, which all do: a command that needs nothing else can be made slow or fail by it. Core's own
 * notices pass. A replacement for {@code RunningBot}.
 */
public final class ReplyGate extends AbstractModule implements PortGate {
    private static final String NOTICES = "notice.";

    private CompletableFuture<Boolean> open = CompletableFuture.completedFuture(true);
    private @Nullable RuntimeException failure;

    @Override
    public synchronized void hold() {
        open = new CompletableFuture<>();
    }

    @Override
    public synchronized void failWith(RuntimeException reason) {
        failure = reason;
    }

    @Override
    public void release() {
        CompletableFuture<Boolean> held;
        synchronized (this) {
            failure = null;
            held = open;
        }
        held.complete(true);
    }

    private synchronized CompletableFuture<Boolean> pass() {
        return failure == null ? open : CompletableFuture.failedFuture(failure);
    }

    private void await() {
        pass().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private Replies before(Replies replies) {
        return (language, key, values) -> {
            if (!key.startsWith(NOTICES)) {
                await();
            }
            return replies.say(language, key, values);
        };
    }

    @Provides
    @Singleton
    ActionRegistry registry(WordingRegistry behind) {
        return new ActionRegistry() {
            @Override
            public void register(
                    String plugin,
                    List<UserAction<?>> actions,
                    Collection<? extends CommandData> commands,
                    TemplateSource files)
                    throws TemplateFaultException {
                behind.register(plugin, actions, commands, files);
            }

            @Override
            public void register(String plugin, List<UserAction<?>> actions, TemplateSource files)
                    throws TemplateFaultException {
                behind.register(plugin, actions, files);
            }

            @Override
            public void unregister(String plugin) {
                behind.unregister(plugin);
            }

            @Override
            public List<String> tryOut() {
                return behind.tryOut();
            }

            @Override
            public Replies replies(String plugin) {
                return before(behind.replies(plugin));
            }
        };
    }
}
