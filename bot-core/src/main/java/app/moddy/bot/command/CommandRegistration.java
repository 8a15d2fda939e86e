package app.moddy.bot.command;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.RestAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Discord know exactly our commands: asks what it knows, then writes what differs and removes what is not ours any
 * more. Where nothing differs nothing is written: Discord allows 200 creations a day, and a rewritten command may be
 * refused to users whose client still has the old one.
 */
final class CommandRegistration {
    private static final Logger log = LoggerFactory.getLogger(CommandRegistration.class);

    private final List<SlashCommandData> global;
    private final List<SlashCommandData> staffOnly;
    private final Staff staff;

    CommandRegistration(Collection<Served> commands, Staff staff) {
        this.global = of(commands, Audience.EVERYONE);
        this.staffOnly = of(commands, Audience.STAFF);
        this.staff = staff;
    }

    private static List<SlashCommandData> of(Collection<Served> commands, Audience audience) {
        return commands.stream()
                .filter(command -> command.audience() == audience)
                .map(Served::data)
                .toList();
    }

    /** Global commands, then guild by guild: one after the other, so that this never fills JDA's queue. */
    void everywhere(JDA jda) {
        CompletionStage<Void> chain = brought(
                new Scope("globally", jda.retrieveCommands(true), jda::upsertCommand, jda::deleteCommandById), global);
        for (Guild guild : jda.getGuilds()) {
            chain = chain.thenCompose(before -> in(guild));
        }
    }

    /** In a guild of staff the staff's commands, in any other none. */
    CompletionStage<Void> in(Guild guild) {
        Scope scope = new Scope(
                "in guild " + guild.getId(),
                guild.retrieveCommands(true),
                guild::upsertCommand,
                guild::deleteCommandById);
        return brought(scope, staff.isStaffGuild(guild) ? staffOnly : List.of());
    }

    private static CompletionStage<Void> brought(Scope scope, List<SlashCommandData> wanted) {
        return scope.known()
                .submit()
                .thenCompose(known -> apply(scope, known, wanted))
                .exceptionally(failure -> failed(scope, failure));
    }

    private static @Nullable Void failed(Scope scope, Throwable failure) {
        if (!(failure.getCause() instanceof RejectedExecutionException)) { // JDA stops: the next start does it
            log.error("Could not register commands {}: {}", scope.where(), failure.toString());
        }
        return null;
    }

    private static CompletionStage<Void> apply(Scope scope, List<Command> known, List<SlashCommandData> wanted) {
        List<RestAction<?>> changes = new CommandDifference(known, wanted).changes(scope.write(), scope.delete());
        CompletionStage<Void> chain = CompletableFuture.completedStage(null);
        for (RestAction<?> change : changes) {
            chain = chain.thenCompose(before -> change.submit()).thenApply(done -> null);
        }
        return chain.thenRun(() -> {
            if (!changes.isEmpty()) {
                log.info("Registered commands {}: {} changed", scope.where(), changes.size());
            }
        });
    }

    /** Where commands are registered: the calls that differ between all guilds and one. */
    private record Scope(
            String where,
            RestAction<List<Command>> known,
            Function<CommandData, RestAction<Command>> write,
            Function<String, RestAction<Void>> delete) {}
}
