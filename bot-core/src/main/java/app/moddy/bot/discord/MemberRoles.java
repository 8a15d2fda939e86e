package app.moddy.bot.discord;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The roles of members of the bot's guilds. Calls go out at once or not at all ({@link RoleOutcome#NOT_NOW}), and count
 * toward the pace like all others; alarms, limits and outages hold them up too. Nothing is kept or repeated. Thread-safe.
 */
public interface MemberRoles {
    /** The guilds that the bot is in; none before the first login. */
    List<Snowflake> guilds();

    /**
     * What Discord would refuse a change of this role with, as far as is known without asking it; empty when nothing
     * stands in the way.
     *
     * @return one of {@link RoleOutcome#MISSING_PERMISSION}, {@link RoleOutcome#HIERARCHY}, {@link
     *     RoleOutcome#UNASSIGNABLE}, {@link RoleOutcome#UNKNOWN_ROLE}, {@link RoleOutcome#NOT_IN_GUILD} and {@link
     *     RoleOutcome#NOT_NOW}
     */
    Optional<RoleOutcome> obstacle(Snowflake guild, Snowflake role);

    /** The name of a role; empty when it is not known. */
    Optional<String> name(Snowflake guild, Snowflake role);

    /**
     * Asks Discord for a member. The stage does not fail, but for a bug.
     *
     * @param limit how long it may take; then it is {@link RoleOutcome#NOT_NOW}
     */
    CompletionStage<MemberLookup> find(Snowflake guild, Snowflake user, Duration limit);

    /**
     * Gives or takes one role. Discord is not asked when an {@link #obstacle} is known. A role that the member has already,
     * or has not, makes an entry in the guild's audit log all the same: change only what differs. The stage does not fail,
     * but for a bug.
     *
     * @param limit how long it may take; then it is {@link RoleOutcome#NOT_NOW}
     */
    CompletionStage<RoleResult> change(RoleChange change, Duration limit);
}
