package app.moddy.bot.testing.tea;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.plugin.BotPlugin;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** Says which tea there is, over HTTP and in Discord. */
public final class TeaPlugin extends BotPlugin {
    record Settings(@NotBlank String kind) {}

    private static final class TeaRoute implements Route {
        private final Settings settings;

        @Inject
        TeaRoute(Settings settings) {
            this.settings = settings;
        }

        @Override
        public Endpoint endpoint() {
            return Endpoint.get("/internal/tea");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return CompletableFuture.completedStage(ApiResponse.ok(Map.of("kind", settings.kind())));
        }
    }

    private static final class TeaCommand implements SlashCommand {
        private final Settings settings;

        @Inject
        TeaCommand(Settings settings) {
            this.settings = settings;
        }

        @Override
        public SlashCommandData data() {
            return Commands.slash("tea", "Says which tea there is");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.staff();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.embed(
                    "Tea:",
                    new EmbedBuilder()
                            .setTitle("Today")
                            .setDescription(settings.kind())
                            .setColor(0x00AA11)
                            .addField("Milk", "no", true)
                            .setFooter("Ref 1")
                            .build()));
        }
    }

    @Override
    public String name() {
        return "tea";
    }

    @Override
    protected void configure() {
        settings(Settings.class);
        route(TeaRoute.class);
        command(TeaCommand.class);
    }
}
