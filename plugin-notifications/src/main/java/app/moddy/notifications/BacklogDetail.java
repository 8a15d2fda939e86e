package app.moddy.notifications;

import app.moddy.bot.discord.Reach;
import app.moddy.bot.message.Replies;
import app.moddy.bot.plugin.HealthDetail;
import app.moddy.bot.store.Store;
import app.moddy.notifications.delivery.Backlog;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** The backlog in health. */
final class BacklogDetail implements HealthDetail {
    private final Store store;
    private final Replies replies;

    @Inject
    BacklogDetail(Store store, Replies replies) {
        this.store = store;
        this.replies = replies;
    }

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public CompletionStage<Map<String, Object>> detail() {
        return Backlog.in(store).thenApply(BacklogDetail::values);
    }

    @Override
    public String inWords(Map<String, Object> values, DiscordLocale language) {
        return replies.say(language, "backlog.words", values);
    }

    private static Map<String, Object> values(Backlog backlog) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pending", backlog.allPending());
        values.put("pending_known_users", backlog.pending().getOrDefault(Reach.KNOWN, 0L));
        values.put("pending_new_users", backlog.pending().getOrDefault(Reach.NEW, 0L));
        backlog.oldest().ifPresent(oldest -> values.put("oldest_accepted_at", oldest));
        values.put("in_inbox", backlog.inInbox());
        return values;
    }
}
