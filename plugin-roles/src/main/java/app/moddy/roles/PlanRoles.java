package app.moddy.roles;

import app.moddy.bot.discord.Snowflake;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which roles belong to which plan, as configured. Immutable. */
final class PlanRoles {
    static final int LONGEST_PLAN = 100;

    private final Map<String, List<Snowflake>> plans;

    @Inject
    PlanRoles(RoleSettings settings) {
        this.plans = settings.plans();
    }

    static boolean isPlan(String name) {
        return !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST_PLAN;
    }

    Set<String> names() {
        return plans.keySet();
    }

    /** The plan's roles are given and those of all others taken; empty for a plan that is not configured. */
    Optional<RoleWish> wish(Snowflake user, String plan) {
        return Optional.ofNullable(plans.get(plan)).map(own -> {
            Set<Snowflake> others = new LinkedHashSet<>();
            plans.values().forEach(others::addAll);
            own.forEach(others::remove);
            return new RoleWish(user, plan, new LinkedHashSet<>(own), others);
        });
    }

    /** Every configured role with the plans that it belongs to. */
    Map<Snowflake, List<String>> byRole() {
        Map<Snowflake, List<String>> byRole = new LinkedHashMap<>();
        plans.forEach((plan, roles) -> new LinkedHashSet<>(roles)
                .forEach(role ->
                        byRole.computeIfAbsent(role, each -> new ArrayList<>()).add(plan)));
        return byRole;
    }
}
