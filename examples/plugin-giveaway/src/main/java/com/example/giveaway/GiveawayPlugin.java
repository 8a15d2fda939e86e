package com.example.giveaway;

import app.moddy.bot.command.*;
import app.moddy.bot.http.*;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.plugin.BotPlugin;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import java.util.concurrent.*;
import net.dv8tion.jda.api.interactions.commands.build.*;

/** Giveaways: the action {@code giveaway_won}; {@code GET /internal/giveaway} and {@code /giveaway} tell what can be won. */
public final class GiveawayPlugin extends BotPlugin {
    /** The section {@code plugins.giveaway} of config.yml, and the action's metadata. */
    record Giveaway(@NotBlank String prize) {}

    @Override
    public String name() {
        return "giveaway";
    }

    @Override
    protected void configure() {
        settings(Giveaway.class);
        action(new UserAction<>("giveaway_won", Giveaway.class));
        route(GiveawayRoute.class);
        command(GiveawayCommand.class);
    }

    record GiveawayRoute(Giveaway giveaway) implements Route {
        @Inject GiveawayRoute {}
        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/giveaway");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.ok(giveaway));
        }
    }

    record GiveawayCommand(Giveaway giveaway) implements SlashCommand {
        @Inject GiveawayCommand {}
        @Override
        public SlashCommandData data() {
            return Commands.slash("giveaway", "What can be won");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("🎁 " + giveaway.prize()));
        }
    }
}
