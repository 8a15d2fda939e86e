package app.moddy.notifications;

import app.moddy.bot.plugin.BotPlugin;
import app.moddy.bot.store.Sql;
import app.moddy.notifications.action.BuiltInActions;
import app.moddy.notifications.delivery.Delivering;
import app.moddy.notifications.delivery.DeliveryModule;
import app.moddy.notifications.delivery.NotificationSettings;
import com.google.inject.Injector;
import org.jspecify.annotations.Nullable;

/** Tells users what a backend has to say: the built-in actions, {@code POST /internal/notify} and the commands around it. */
public final class NotificationsPlugin extends BotPlugin {
    private @Nullable Delivering delivering;

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    protected void configure() {
        settings(NotificationSettings.class);
        migrations();
        BuiltInActions.ALL.forEach(this::action);
        route(NotifyRoute.class);
        route(StatusRoute.class);
        commands();
        note(InboxNote.class);
        health(BacklogDetail.class);
        bind(BacklogMetrics.class).asEagerSingleton();
        install(new DeliveryModule());
        bind(NotificationParser.class);
    }

    private void commands() {
        command(NotifyTestCommand.class);
        command(NotifyPreviewCommand.class);
        command(NotifyHistoryCommand.class);
        userMenu(HistoryMenu.class);
        command(NotifyShowCommand.class);
        command(NotifyWhyCommand.class);
        command(NotifyRetryCommand.class);
        command(NotifyRetryFailedCommand.class);
        command(NotifyStatsCommand.class);
        command(NotifyForgetCommand.class);
        command(InboxCommand.class);
        bind(HistoryPages.class);
        bind(LifePages.class);
        bind(RefOption.class);
    }

    @Override
    public void start(Injector injector) {
        delivering = injector.getInstance(Delivering.class);
        delivering.start();
    }

    @Override
    public void moved(Sql sql) {
        Delivering.moved(sql);
    }

    @Override
    public void leave() {
        if (delivering != null) {
            delivering.leave();
        }
    }

    @Override
    public void stop() {
        if (delivering != null) {
            delivering.stop();
        }
    }
}
