package app.moddy.roles;

import app.moddy.bot.discord.Snowflake;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code plugins.roles} of the configuration.
 *
 * @param guildId the guild whose members' roles are meant; null: the only one that the bot is in
 * @param plans the roles of each plan; a plan may have none
 */
record RoleSettings(@Nullable Snowflake guildId, Map<String, List<Snowflake>> plans) {
    RoleSettings {
        for (String plan : plans.keySet()) {
            if (!PlanRoles.isPlan(plan)) {
                throw new IllegalArgumentException(
                        "the name of a plan in plans must have 1 to " + PlanRoles.LONGEST_PLAN + " characters");
            }
        }
    }
}
