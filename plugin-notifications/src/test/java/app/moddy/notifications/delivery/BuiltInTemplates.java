package app.moddy.notifications.delivery;

import app.moddy.bot.message.ActionRegistry;
import app.moddy.bot.message.MessageModule;
import app.moddy.bot.message.MessageSettings;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.TemplateFaultException;
import app.moddy.bot.message.TemplateSource;
import app.moddy.notifications.NotificationsPlugin;
import app.moddy.notifications.action.BuiltInActions;
import com.google.inject.Guice;
import com.google.inject.Injector;

/** The real templates of the built-in actions, for deliveries without a bot. */
public final class BuiltInTemplates {
    private BuiltInTemplates() {}

    /** Reads them. */
    public static MessageTemplates load() {
        MessageSettings settings = new MessageSettings(null, null, null, null, null);
        Injector injector = Guice.createInjector(
                new MessageModule(),
                binder -> binder.bind(MessageSettings.class).toInstance(settings));
        try {
            injector.getInstance(ActionRegistry.class)
                    .register("notifications", BuiltInActions.ALL, TemplateSource.of(NotificationsPlugin.class));
        } catch (TemplateFaultException e) {
            throw new AssertionError(e);
        }
        return injector.getInstance(MessageTemplates.class);
    }
}
