package app.moddy.roles;

import app.moddy.bot.discord.Snowflake;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code plugins.roles} of the configuration.
 *
 * @param guildId the guild whose members' roles are meant; null: the only one that the bot is in
 * @param plans the roles of each plan; a plan may have none
 */
record RoleSettings(@Nullable Snowflake guildId, Map<String, List<Snowflake>> plans) {
    RoleSettings {
        plans.forEach(RoleSettings::require);
    }

    /** YAML has nulls where nothing stands behind a key or a dash. */
    private static void require(String plan, @Nullable List<? extends @Nullable Snowflake> roles) {
        if (!PlanRoles.isPlan(plan)) {
            throw new IllegalArgumentException(
                    "the name of a plan in plans must have 1 to " + PlanRoles.LONGEST_PLAN + " characters");
        }
        if (roles == null || roles.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "plans." + plan + " must be a list of role ids without gaps; [] for a plan without roles");
        }
    }
}
