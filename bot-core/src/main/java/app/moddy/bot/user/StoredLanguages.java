package app.moddy.bot.user;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.interaction.GenericInteractionCreateEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All are in the store, those last asked for in memory too; also that nothing is known of a user. */
final class StoredLanguages implements UserLanguages, EventListener {
    private static final Logger log = LoggerFactory.getLogger(StoredLanguages.class);
    static final int MOST_IN_MEMORY = 50_000;

    private final Store store;
    private final int mostInMemory;
    private final Map<Snowflake, UserLanguage> inMemory = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Snowflake, UserLanguage> eldest) {
            return size() > mostInMemory;
        }
    };
    private long changes;
    private boolean isTold;

    StoredLanguages(Store store) {
        this(store, MOST_IN_MEMORY);
    }

    /** @param mostInMemory none where others write too */
    StoredLanguages(Store store, int mostInMemory) {
        this.store = store;
        this.mostInMemory = mostInMemory;
    }

    /** Whoever uses the bot says in which language their Discord is. */
    @Override
    public void onEvent(GenericEvent event) {
        if (event instanceof GenericInteractionCreateEvent interaction) {
            used(new Snowflake(interaction.getUser().getIdLong()), interaction.getUserLocale());
        }
    }

    /** Kept when it changes; nobody waits for it. */
    private void used(Snowflake user, DiscordLocale language) {
        of(user).thenAccept(known -> {
            if (language != DiscordLocale.UNKNOWN && !known.using(language).equals(known)) {
                set(user, "last_used", language.getLocale()).whenComplete((done, failure) -> {
                    if (failure != null) {
                        tell(failure);
                    }
                });
            }
        });
    }

    @Override
    public CompletionStage<UserLanguage> of(Snowflake user) {
        UserLanguage known;
        long before;
        synchronized (this) {
            known = inMemory.get(user);
            before = changes;
        }
        return known != null
                ? CompletableFuture.completedStage(known)
                : store.read(sql -> sql.first(
                                "SELECT chosen, last_used FROM user_language WHERE user_id = ?",
                                StoredLanguages::language,
                                user.id()))
                        .handle((kept, failure) -> {
                            if (failure != null) {
                                tell(failure);
                                return UserLanguage.NOT_KNOWN;
                            }
                            return remembered(user, kept.orElse(UserLanguage.NOT_KNOWN), before);
                        });
    }

    private static UserLanguage language(ResultSet row) throws SQLException {
        return new UserLanguage(locale(row.getString("chosen")), locale(row.getString("last_used")));
    }

    private static Optional<DiscordLocale> locale(@Nullable String text) {
        return Optional.ofNullable(text).map(DiscordLocale::from).flatMap(UserLanguage::known);
    }

    /** Unless something was written since it was asked for: it may be the older. */
    private synchronized UserLanguage remembered(Snowflake user, UserLanguage kept, long changesBefore) {
        if (changes == changesBefore) {
            inMemory.put(user, kept);
        }
        return kept;
    }

    @Override
    public CompletionStage<Void> choose(Snowflake user, Optional<DiscordLocale> language) {
        return set(user, "chosen", language.map(DiscordLocale::getLocale).orElse(null));
    }

    private CompletionStage<Void> set(Snowflake user, String column, @Nullable String locale) {
        return store.write(sql -> sql.update(
                        "INSERT INTO user_language (user_id, %1$s) VALUES (?, ?) ON CONFLICT (user_id)"
                                        .formatted(column)
                                + " DO UPDATE SET %1$s = excluded.%1$s".formatted(column),
                        user.id(),
                        locale))
                .thenAccept(rows -> changed(user));
    }

    @Override
    public CompletionStage<Void> forget(Snowflake user) {
        return store.write(sql -> sql.update("DELETE FROM user_language WHERE user_id = ?", user.id()))
                .thenAccept(rows -> changed(user));
    }

    /** What is in memory is out of date: it is read anew. */
    private synchronized void changed(Snowflake user) {
        changes++;
        inMemory.remove(user);
    }

    /** Once is enough: the store tells of its own troubles. */
    private synchronized void tell(Throwable failure) {
        if (!isTold) {
            isTold = true;
            log.warn("Cannot read or keep the languages of users: some may be addressed in another one", failure);
        }
    }
}
