package app.moddy.notifications;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.notifications.action.BuiltInActions;
import com.google.inject.Singleton;

/** Tells users what a backend has to say: the built-in actions, {@code POST /internal/notify} and {@code /notify-test}. */
public final class NotificationsPlugin extends BotPlugin {
    @Override
    public String name() {
        return "notifications";
    }

    @Override
    protected void configure() {
        BuiltInActions.ALL.forEach(this::action);
        route(NotifyRoute.class);
        command(NotifyTestCommand.class);
        bind(NotificationIds.class).in(Singleton.class);
        bind(NotificationParser.class);
        bind(Notifier.class);
    }
}
