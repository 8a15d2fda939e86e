package app.moddy.bot.testing;

import com.google.inject.AbstractModule;
import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.Key;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a test look at what core has bound: an addition for {@code RunningBot}. */
final class Services extends AbstractModule {
    private @Nullable Injector core;

    @Override
    protected void configure() {
        requestInjection(this);
    }

    @Inject
    void remember(Injector injector) {
        core = injector;
    }

    <T> T get(Class<T> type) {
        Binding<T> binding =
                Objects.requireNonNull(core, "injected with the bot").getExistingBinding(Key.get(type));
        if (binding == null) {
            throw new IllegalArgumentException("core has no service " + type.getName());
        }
        return binding.getProvider().get();
    }
}
