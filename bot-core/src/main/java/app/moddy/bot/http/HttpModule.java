package app.moddy.bot.http;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;

/** Wires the package: the server, and core's own routes. Core only. Needs {@link HttpSettings} and the metrics. */
public final class HttpModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ApiServer.class).in(Singleton.class);
        Multibinder.newSetBinder(binder(), Route.class)
                .addBinding()
                .to(MetricsRoute.class)
                .in(Singleton.class);
    }
}
