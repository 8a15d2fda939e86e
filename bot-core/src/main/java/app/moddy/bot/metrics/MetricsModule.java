package app.moddy.bot.metrics;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;

/** Wires the package. Core only. In core's injector {@link Metrics} are core's own. */
public final class MetricsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(MetricsRegistry.class);
    }

    @Provides
    Metrics core(MetricsRegistry registry) {
        return registry.core();
    }
}
