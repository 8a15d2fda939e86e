package app.moddy.bot.plugin;

import app.moddy.bot.command.Audience;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** A plugin's command that was asked once for what it is, as {@link FixedRoute}. */
record FixedCommand(SlashCommandData data, Audience audience, SlashCommand command) implements SlashCommand {
    FixedCommand {
        Objects.requireNonNull(data, "a command's data() is null");
        Objects.requireNonNull(audience, "a command's audience() is null");
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        return command.handle(call);
    }

    @Override
    public List<String> complete(CompletionCall call) {
        return command.complete(call);
    }
}
