package app.moddy.bot.testing;

import app.moddy.bot.plugin.BotPlugin;
import com.google.inject.Injector;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A plugin that brings nothing and lets a test see what plugins see. */
public class Window extends BotPlugin {
    private final String name;
    private final AtomicReference<Injector> injector = new AtomicReference<>();

    /** A plugin of this name. */
    public Window(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start(Injector own) {
        injector.set(own);
    }

    /** A service that it has. */
    public <T> T get(Class<T> service) {
        return Objects.requireNonNull(injector.get(), "not started").getInstance(service);
    }
}
