package app.moddy.bot.command;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;

/**
 * Where commands are registered: the calls that differ between all guilds and one.
 *
 * @param isGuild whether it is one guild, whose commands have no contexts and integration types
 * @param isThere whether commands can still be registered here: JDA runs, and the bot is in the guild
 */
record CommandScope(
        String where,
        boolean isGuild,
        BooleanSupplier isThere,
        Supplier<RestAction<List<Command>>> known,
        Function<CommandData, RestAction<Command>> write,
        Function<String, RestAction<Void>> delete) {

    static CommandScope global(JDA jda) {
        return new CommandScope(
                "globally",
                false,
                () -> runs(jda),
                () -> jda.retrieveCommands(true),
                jda::upsertCommand,
                jda::deleteCommandById);
    }

    static CommandScope of(Guild guild) {
        JDA jda = guild.getJDA();
        long id = guild.getIdLong();
        return new CommandScope(
                "in guild " + guild.getId(),
                true,
                () -> runs(jda) && jda.getGuildById(id) != null,
                () -> guild.retrieveCommands(true),
                guild::upsertCommand,
                guild::deleteCommandById);
    }

    private static boolean runs(JDA jda) {
        return switch (jda.getStatus()) {
            case SHUTTING_DOWN, SHUTDOWN, FAILED_TO_LOGIN -> false;
            default -> true; // an enum of JDA's
        };
    }
}
