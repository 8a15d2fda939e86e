package app.moddy.bot.command;

import java.util.Objects;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** A command that is served, asked once for what it is. */
record Served(SlashCommand command, SlashCommandData data, Audience audience) {
    Served {
        Objects.requireNonNull(data, "data is null");
        Objects.requireNonNull(audience, "audience is null");
    }

    static Served of(SlashCommand command) {
        return new Served(command, command.data(), command.audience());
    }

    String name() {
        return data.getName();
    }
}
