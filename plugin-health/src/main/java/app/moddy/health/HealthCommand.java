package app.moddy.health;

import app.moddy.bot.command.Audience;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /health}: how the bot is, for staff. */
final class HealthCommand implements SlashCommand {
    private static final int GREEN = 0x00ff00;
    private static final int RED = 0xff0000;

    private final HealthCheck check;

    @Inject
    HealthCommand(HealthCheck check) {
        this.check = check;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("health", "How the bot is");
    }

    @Override
    public Audience audience() {
        return Audience.STAFF;
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Health health = check.now();
        return CompletableFuture.completedStage(Reply.embed(
                health.troubles().isEmpty() ? "✅ Healthy" : "❌ Unhealthy: " + String.join("; ", health.troubles()),
                embed(health)));
    }

    private static MessageEmbed embed(Health health) {
        EmbedBuilder embed = new EmbedBuilder()
                .setColor(health.troubles().isEmpty() ? GREEN : RED)
                .addField("Gateway", gateway(health), true)
                .addField("REST", health.restWorks() ? "works" : "does not answer", true)
                .setFooter("Version " + health.version());
        return embed.addField("Plugins", plugins(health.plugins()), false).build();
    }

    private static String gateway(Health health) {
        return switch (health.gateway()) {
            case CONNECTING -> "connecting";
            case CONNECTED -> "connected";
            case RECONNECTING -> "reconnecting for " + health.gatewayGoneFor().toSeconds() + " s";
        };
    }

    private static String plugins(List<PluginStatus> plugins) {
        StringBuilder text = new StringBuilder();
        for (PluginStatus plugin : plugins) {
            text.append(sign(plugin.state())).append(' ').append(plugin.name());
            if (!plugin.reason().isEmpty()) {
                text.append(": ").append(plugin.reason());
            }
            text.append('\n');
        }
        return text.length() > MessageEmbed.VALUE_MAX_LENGTH
                ? text.substring(0, MessageEmbed.VALUE_MAX_LENGTH - 1) + "…"
                : text.toString();
    }

    private static String sign(PluginState state) {
        return switch (state) {
            case RUNNING -> "✅";
            case FAILED -> "❌";
            case DISABLED -> "💤";
        };
    }
}
