package app.moddy.roles;

import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.http.ApiException;
import app.moddy.bot.http.FieldFault;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a wish of a request's body, or says all that is wrong with it. */
final class RoleUpdateParser {
    private static final int MOST_ROLES = 50;
    private static final String AS_STRING = "send it as a string: JavaScript and others round numbers of this size";

    private final PlanRoles plans;

    @Inject
    RoleUpdateParser(PlanRoles plans) {
        this.plans = plans;
    }

    /** @throws ApiException 422 with all faults at once */
    RoleWish parse(Map<String, ? extends @Nullable Object> body) {
        List<FieldFault> faults = new ArrayList<>();
        Snowflake user = user(body.get("discord_id"), faults);
        String plan = plan(body.get("plan"), faults);
        Optional<Set<Snowflake>> add = roles("add_roles", body.get("add_roles"), faults);
        Optional<Set<Snowflake>> remove = roles("remove_roles", body.get("remove_roles"), faults);
        boolean isExplicit = add.isPresent() || remove.isPresent();
        if (isExplicit) {
            refuseBoth(add.orElse(Set.of()), remove.orElse(Set.of()), faults);
        } else if (plan != null && !plans.names().contains(plan)) {
            faults.add(new FieldFault("plan", notConfigured()));
        }
        if (user == null || plan == null || !faults.isEmpty()) {
            throw ApiException.invalid(faults);
        }
        return isExplicit
                ? new RoleWish(user, plan, add.orElse(Set.of()), remove.orElse(Set.of()))
                : plans.wish(user, plan).orElseThrow();
    }

    private String notConfigured() {
        String known = plans.names().isEmpty() ? "none" : String.join(", ", plans.names());
        return "has no roles in plugins.roles.plans (configured: " + known
                + "); send add_roles or remove_roles, or one of these";
    }

    private static @Nullable Snowflake user(@Nullable Object value, List<FieldFault> faults) {
        if (value == null) {
            faults.add(new FieldFault("discord_id", "is required: the user's Discord id, a string of 17 to 19 digits"));
            return null;
        }
        return id("discord_id", value, faults);
    }

    private static @Nullable Snowflake id(String field, @Nullable Object value, List<FieldFault> faults) {
        if (value instanceof String text) {
            try {
                return Snowflake.parse(text);
            } catch (IllegalArgumentException e) {
                faults.add(new FieldFault(field, String.valueOf(e.getMessage())));
                return null;
            }
        }
        String message = value instanceof Number ? AS_STRING : "must be a string of 17 to 19 digits";
        faults.add(new FieldFault(field, message));
        return null;
    }

    private static @Nullable String plan(@Nullable Object value, List<FieldFault> faults) {
        if (value instanceof String plan && PlanRoles.isPlan(plan)) {
            return plan;
        }
        String right = "a string of 1 to " + PlanRoles.LONGEST_PLAN + " characters";
        faults.add(new FieldFault("plan", value == null ? "is required: " + right : "must be " + right));
        return null;
    }

    /** Empty when the field is absent or null. */
    private static Optional<Set<Snowflake>> roles(String field, @Nullable Object value, List<FieldFault> faults) {
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof List<?> list) || list.size() > MOST_ROLES) {
            faults.add(new FieldFault(field, "must be a list of at most " + MOST_ROLES + " role ids, or null"));
            return Optional.of(Set.of());
        }
        Set<Snowflake> roles = new LinkedHashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Snowflake role = id(field + "." + i, list.get(i), faults);
            if (role != null) {
                roles.add(role);
            }
        }
        return Optional.of(roles);
    }

    private static void refuseBoth(Set<Snowflake> add, Set<Snowflake> remove, List<FieldFault> faults) {
        add.stream()
                .filter(remove::contains)
                .forEach(role -> faults.add(new FieldFault("remove_roles", "names a role of add_roles too: " + role)));
    }
}
