package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is staff: a member of one of the guilds who has one of the roles or is one of the users. All empty (the default):
 * nobody.
 *
 * @param channelId where staff are told what asks for them; null: nowhere
 */
public record StaffSettings(
        Set<Snowflake> guilds,
        Set<Snowflake> roles,
        Set<Snowflake> users,
        @Nullable Snowflake channelId) {
    public StaffSettings {
        guilds = Set.copyOf(guilds);
        roles = Set.copyOf(roles);
        users = Set.copyOf(users);
    }
}
