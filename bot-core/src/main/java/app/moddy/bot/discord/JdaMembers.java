package app.moddy.bot.discord;

import app.moddy.bot.discord.Outlook.Acquaintance;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;

/** Looks for a user in our guilds, one after the other: each costs a request, so in a handful only. */
final class JdaMembers {
    private static final int MOST_GUILDS = 5;

    private final Snowflake user;
    private final Attempt attempt;
    private final Iterator<Guild> guilds;
    private final boolean areAll;

    JdaMembers(JDA jda, Snowflake user, Attempt attempt) {
        List<Guild> all = jda.getGuilds();
        this.user = user;
        this.attempt = attempt;
        this.guilds = all.stream().limit(MOST_GUILDS).iterator();
        this.areAll = all.size() <= MOST_GUILDS
                && jda.getUnavailableGuilds().isEmpty(); // of one that Discord has trouble with nobody knows
    }

    /** Fails when Discord says neither yes nor no. */
    CompletableFuture<Acquaintance> find() {
        if (!guilds.hasNext()) {
            return CompletableFuture.completedFuture(areAll ? Acquaintance.SHARES_NONE : Acquaintance.NOT_KNOWN);
        }
        return guilds.next()
                .retrieveMember(UserSnowflake.fromId(user.id()))
                .setCheck(attempt::mayBeTried)
                .submit()
                .thenApply(member -> member.getUser().isBot() ? Acquaintance.BOT : Acquaintance.SHARES_A_GUILD)
                .exceptionallyCompose(
                        failure -> isNoMember(failure) ? find() : CompletableFuture.failedFuture(failure));
    }

    static boolean isNoMember(Throwable failure) {
        return CallsUnderWay.unwrap(failure) instanceof ErrorResponseException error && ErrorCodes.isNoMember(error);
    }
}
