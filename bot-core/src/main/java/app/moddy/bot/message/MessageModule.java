package app.moddy.bot.message;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** Binds {@link MessageTemplates} and {@link ActionRegistry}; needs a {@link MessageSettings}. */
public final class MessageModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(TemplateLoader.class);
        bind(TemplateRegistry.class).in(Singleton.class);
        bind(MessageTemplates.class).to(TemplateRegistry.class);
        bind(ActionRegistry.class).to(TemplateRegistry.class);
    }
}
