package app.moddy.bot.discord;

import java.util.Set;

/** What a look-up of a member has given: they are {@link Found}, or {@link Missed}. */
public sealed interface MemberLookup {
    /**
     * They are a member.
     *
     * @param roles what they have, without {@code @everyone}
     */
    record Found(Set<Snowflake> roles) implements MemberLookup {
        public Found {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * They are none, or nobody can say now.
     *
     * @param why {@link RoleOutcome#NOT_A_MEMBER}, {@link RoleOutcome#NOT_IN_GUILD}, {@link RoleOutcome#REFUSED} or {@link
     *     RoleOutcome#NOT_NOW}
     */
    record Missed(RoleResult why) implements MemberLookup {}
}
