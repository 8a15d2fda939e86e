package app.moddy.roles;

import app.moddy.bot.discord.Snowflake;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Roles that a user is to have, and others that they are not to have.
 *
 * @param plan for whose sake, for the audit log
 * @param add in the order in which they are given
 * @param remove in the order in which they are taken; none that is to be given
 */
record RoleWish(Snowflake user, String plan, Set<Snowflake> add, Set<Snowflake> remove) {
    RoleWish {
        if (!Collections.disjoint(add, remove)) {
            throw new IllegalArgumentException("a role can not be given and taken at once");
        }
        add = Collections.unmodifiableSet(new LinkedHashSet<>(add));
        remove = Collections.unmodifiableSet(new LinkedHashSet<>(remove));
    }

    /** What of it a member who has these roles lacks. */
    RoleWish differingFrom(Set<Snowflake> roles) {
        Set<Snowflake> lacking = new LinkedHashSet<>(add);
        lacking.removeAll(roles);
        Set<Snowflake> tooMany = new LinkedHashSet<>(remove);
        tooMany.retainAll(roles);
        return new RoleWish(user, plan, lacking, tooMany);
    }

    boolean isFulfilled() {
        return add.isEmpty() && remove.isEmpty();
    }
}
