package app.moddy.bot.command;

import app.moddy.bot.discord.Snowflake;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is staff: a member of one of the guilds who has one of the roles or is one of the users. All empty (the default):
 * nobody.
 *
 * @param owners may do what staff may and what is for owners only, where they are members of one of the guilds
 * @param channelId where staff are told what asks for them; null: nowhere
 * @param auditChannelId where is told what staff have done; null: nowhere
 */
public record StaffSettings(
        Set<Snowflake> guilds,
        Set<Snowflake> roles,
        Set<Snowflake> users,
        Set<Snowflake> owners,
        @Nullable Snowflake channelId,
        @Nullable Snowflake auditChannelId) {
    public StaffSettings {
        guilds = Set.copyOf(guilds);
        roles = Set.copyOf(roles);
        users = Set.copyOf(users);
        owners = Set.copyOf(owners);
    }
}
