package app.moddy.bot.message;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;

/**
 * Binds {@link MessageTemplates}, {@link ActionRegistry}, {@link CommandWords}, and core's own {@link Replies}; needs a {@link
 * MessageSettings}.
 */
public final class MessageModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(TemplateLoader.class);
        bind(WordingRegistry.class);
        bind(TextFailures.class).in(Singleton.class);
        bind(RegisteredTemplates.class);
        bind(MessageTemplates.class).to(RegisteredTemplates.class);
        bind(ActionRegistry.class).to(WordingRegistry.class);
        bind(CommandWords.class).to(WordingRegistry.class);
    }

    @Provides
    Replies core(ActionRegistry registry) {
        return registry.replies(ActionRegistry.CORE);
    }
}
