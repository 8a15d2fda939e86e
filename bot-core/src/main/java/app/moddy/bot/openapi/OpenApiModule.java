package app.moddy.bot.openapi;

import app.moddy.bot.http.Route;
import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import jakarta.inject.Singleton;

/** Wires the package. Core only. Needs the plugins, what they say, and the bot's version. */
public final class OpenApiModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(ApiDescription.class);
        Multibinder.newSetBinder(binder(), Route.class)
                .addBinding()
                .to(OpenApiRoute.class)
                .in(Singleton.class);
    }
}
