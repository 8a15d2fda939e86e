package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.store.Sql;
import app.moddy.bot.store.Store;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** What waits for users whose DMs are closed, the oldest first. Thread-safe. */
public final class Inbox {
    /** So many that can not be shown, since a plugin is broken, hide no others. */
    private static final int MOST_BROKEN = 40;

    private final Store store;
    private final MessageTemplates templates;
    private final NoticeJson notices;
    private final UserLanguages languages;

    @Inject
    Inbox(Store store, MessageTemplates templates, NoticeJson notices, UserLanguages languages) {
        this.store = store;
        this.templates = templates;
        this.notices = notices;
        this.languages = languages;
    }

    /**
     * A notice that waits.
     *
     * @param id its notification's
     */
    public record Entry(long id, MessageEmbed embed) {}

    private record Row(long id, StoredNotice notice) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getLong("id"), Rows.notice(row));
        }
    }

    /** How many notices wait for this user. Those of actions that are not registered now do not count: they wait unseen. */
    public CompletionStage<Long> count(Snowflake user) {
        List<@Nullable Object> arguments = arguments(user);
        return store.read(sql -> sql.first("SELECT count(*)" + waiting(), row -> row.getLong(1), arguments.toArray())
                .orElse(0L));
    }

    private String waiting() {
        return " FROM notification WHERE user_id = ? AND inbox = 'waiting' AND action IN ("
                + String.join(", ", Collections.nCopies(templates.actions().size(), "?")) + ")";
    }

    private List<@Nullable Object> arguments(Snowflake user) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(user.id());
        arguments.addAll(templates.actions());
        return arguments;
    }

    /**
     * The oldest of them.
     *
     * @param used the language in which the user uses the bot just now
     */
    public CompletionStage<List<Entry>> oldest(Snowflake user, DiscordLocale used, int most) {
        List<@Nullable Object> arguments = arguments(user);
        arguments.add(most + MOST_BROKEN);
        return store.read(sql -> sql.list(
                        "SELECT id, action, plan, metadata, language, test" + waiting() + " ORDER BY id LIMIT ?",
                        Row::of,
                        arguments.toArray()))
                .thenCombine(
                        languages.of(user),
                        (rows, language) -> rows.stream()
                                .flatMap(row -> entry(row, language.using(used)).stream())
                                .limit(most)
                                .toList());
    }

    private Optional<Entry> entry(Row row, UserLanguage language) {
        try {
            return notices.restore(row.notice())
                    .map(language::wishedFor)
                    .map(notice -> new Entry(
                            row.id(),
                            templates.render(notice, Long.toString(row.id())).embed()));
        } catch (RuntimeException | Error bug) { // a plugin's record or template: the others are shown all the same
            NotificationLog.unshowable(row.id(), bug);
            return Optional.empty();
        }
    }

    /** The user has seen these: they wait no longer, and what they say is erased. */
    public void markRead(Snowflake user, List<Long> ids) {
        store.write(sql -> ids.stream().mapToInt(id -> markRead(sql, user, id)).sum())
                .whenComplete((read, failure) -> {
                    if (failure != null) {
                        ids.forEach(id -> NotificationLog.notMarkedAsRead(id, failure));
                    }
                });
    }

    private static int markRead(Sql sql, Snowflake user, long id) {
        return sql.update(
                "UPDATE notification SET inbox = 'read', metadata = NULL"
                        + " WHERE id = ? AND user_id = ? AND inbox = 'waiting'",
                id,
                user.id());
    }
}
