package app.moddy.health;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.Replies;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /health}: how the bot is, for staff. */
final class HealthCommand implements SlashCommand {
    private final HealthCheck check;
    private final Replies replies;

    @Inject
    HealthCommand(HealthCheck check, Replies replies) {
        this.check = check;
        this.replies = replies;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("health", "How the bot is");
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        return check.now().thenCompose(health -> HealthEmbed.of(health, replies, call.language()));
    }
}
