package app.moddy.health;

import app.moddy.bot.command.Reply;
import app.moddy.bot.discord.Alarm;
import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.utils.TimeFormat;

/** Health as staff see it in Discord. */
final class HealthEmbed {
    private static final int GREEN = 0x00ff00;
    private static final int RED = 0xff0000;

    private HealthEmbed() {}

    static Reply of(Health health, DiscordLocale language) {
        List<String> troubles = health.troubles();
        EmbedBuilder embed = new EmbedBuilder()
                .setColor(troubles.isEmpty() ? GREEN : RED)
                .addField("Gateway", gateway(health), true)
                .addField("REST", health.restWorks() ? "works" : "does not answer", true)
                .addField("Store", health.storeFault().isEmpty() ? "works" : cut(health.storeFault()), true)
                .setFooter("Version " + health.version());
        if (!health.alarms().isEmpty()) {
            embed.addField(
                    "Alarms",
                    lines(health.alarms().stream().map(HealthEmbed::alarm).toList()),
                    false);
        }
        embed.addField(
                "Plugins",
                lines(health.plugins().stream().map(HealthEmbed::plugin).toList()),
                false);
        health.plugins().forEach(plugin -> addDetails(embed, plugin, health.detailsOf(plugin), language));
        return Reply.embed(
                troubles.isEmpty() ? "✅ Healthy" : "❌ Unhealthy: " + String.join("; ", troubles), embed.build());
    }

    private static void addDetails(
            EmbedBuilder embed, PluginStatus plugin, List<PluginDetail> details, DiscordLocale language) {
        if (!details.isEmpty()) {
            List<String> words =
                    details.stream().map(detail -> detail.inWords(language)).toList();
            embed.addField(plugin.name(), lines(words), false);
        }
    }

    private static String gateway(Health health) {
        return switch (health.gateway()) {
            case CONNECTING -> "connecting";
            case CONNECTED -> "connected";
            case RECONNECTING -> "reconnecting for " + health.gatewayGoneFor().toSeconds() + " s";
        };
    }

    private static String alarm(Alarm alarm) {
        String what = switch (alarm.kind()) {
            case TOKEN_REFUSED -> "Discord refuses the token: nothing is sent";
            case QUARANTINED -> "Discord has quarantined the bot: no new DMs";
            case OPENING_TOO_FAST -> "DMs were opened too fast: no new ones";
        };
        String next = alarm.nextProbe() == null ? "" : ", next try " + TimeFormat.RELATIVE.format(alarm.nextProbe());
        return "🚨 " + what + " (since " + TimeFormat.RELATIVE.format(alarm.since()) + next + ")";
    }

    private static String plugin(PluginStatus plugin) {
        return sign(plugin.state()) + ' ' + plugin.name() + (plugin.reason().isEmpty() ? "" : ": " + plugin.reason());
    }

    private static String sign(PluginState state) {
        return switch (state) {
            case RUNNING -> "✅";
            case FAILED -> "❌";
            case DISABLED -> "💤";
        };
    }

    private static String lines(List<String> lines) {
        return cut(lines.stream().collect(Collectors.joining("\n")));
    }

    private static String cut(String text) {
        return text.length() > MessageEmbed.VALUE_MAX_LENGTH
                ? text.substring(0, MessageEmbed.VALUE_MAX_LENGTH - 1) + "…"
                : text;
    }
}
