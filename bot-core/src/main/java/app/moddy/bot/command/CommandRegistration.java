package app.moddy.bot.command;

import app.moddy.bot.message.CommandWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;

/** Which commands Discord is to know where. Thread-safe. */
final class CommandRegistration {
    private final List<Served> commands;
    private final CommandWords words;
    private final Staff staff;
    private final CommandWriter writer;

    CommandRegistration(Collection<Served> commands, CommandWords words, Staff staff, BackOff backOff) {
        this.commands = List.copyOf(commands);
        this.words = words;
        this.staff = staff;
        this.writer = new CommandWriter(backOff);
    }

    private List<CommandData> global() {
        return dataOf(EnumSet.of(Audience.EVERYONE));
    }

    private List<CommandData> staffOnly() {
        return dataOf(EnumSet.of(Audience.STAFF, Audience.OWNER));
    }

    /** In the words of the moment: the operator may change them. */
    private List<CommandData> dataOf(Set<Audience> audiences) {
        return commands.stream()
                .filter(command -> audiences.contains(command.audience()))
                .map(command -> words.localized(command.data()))
                .toList();
    }

    /**
     * Global commands, then guild by guild: one after the other, so that this never fills JDA's queue. Staff guilds come
     * first; the others are only rid of what they should not have.
     */
    void registerEverywhere(JDA jda) {
        staff.warnOfUnknownGuilds(jda);
        List<Guild> guilds = new ArrayList<>(jda.getGuilds());
        guilds.sort(Comparator.comparing(guild -> !staff.isStaffGuild(guild)));
        CompletionStage<Void> chain = writer.write(CommandScope.global(jda), global());
        for (Guild guild : guilds) {
            chain = chain.thenCompose(before -> writer.write(CommandScope.of(guild), wantedIn(guild)));
        }
    }

    /** Where there are any: their words have changed. */
    void registerAgain(JDA jda) {
        CompletionStage<Void> chain = writer.write(CommandScope.global(jda), global());
        for (Guild guild : jda.getGuilds()) {
            if (staff.isStaffGuild(guild)) {
                chain = chain.thenCompose(before -> writer.write(CommandScope.of(guild), staffOnly()));
            }
        }
    }

    /** In the guild that the bot has joined. */
    void registerInJoined(Guild guild) {
        writer.write(CommandScope.of(guild), wantedIn(guild));
    }

    /**
     * In a guild that has become available, if it is of staff. Others have time until the next start: after an outage
     * very many come back at once.
     */
    void registerInAvailable(Guild guild) {
        if (staff.isStaffGuild(guild)) {
            writer.write(CommandScope.of(guild), staffOnly());
        }
    }

    private List<CommandData> wantedIn(Guild guild) {
        return staff.isStaffGuild(guild) ? staffOnly() : List.of();
    }
}
