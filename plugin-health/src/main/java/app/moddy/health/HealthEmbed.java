package app.moddy.health;

import app.moddy.bot.command.Reply;
import app.moddy.bot.discord.Alarm;
import app.moddy.bot.message.Replies;
import app.moddy.bot.message.TemplateFault;
import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Health as staff see it in Discord, in their language. */
final class HealthEmbed {
    private static final int GREEN = 0x00ff00;
    private static final int RED = 0xff0000;

    private final Replies replies;
    private final DiscordLocale language;
    private final EmbedBuilder embed = new EmbedBuilder();

    private HealthEmbed(Replies replies, DiscordLocale language) {
        this.replies = replies;
        this.language = language;
    }

    static Reply of(Health health, Replies replies, DiscordLocale language) {
        return new HealthEmbed(replies, language).of(health);
    }

    private Reply of(Health health) {
        List<Trouble> troubles = health.troubles();
        embed.setColor(troubles.isEmpty() ? GREEN : RED)
                .addField(say("gateway"), gateway(health), true)
                .addField(say("rest"), say(health.restWorks() ? "works" : "silent"), true)
                .addField(say("store"), health.storeFault().isEmpty() ? say("works") : cut(health.storeFault()), true)
                .setFooter("Version " + health.version());
        add(say("alarms"), health.alarms().stream().map(this::alarm).toList());
        add(say("plugins"), health.plugins().stream().map(HealthEmbed::plugin).toList());
        health.plugins().forEach(plugin -> add(plugin.name(), words(health.detailsOf(plugin))));
        add(say("templates"), health.templateFaults().stream().map(this::fault).toList());
        return Reply.embed(troubles.isEmpty() ? say("healthy") : unhealthy(troubles), embed.build());
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> values) {
        return replies.say(language, "health." + key, values);
    }

    /** Nothing is no field. */
    private void add(String name, List<String> lines) {
        if (!lines.isEmpty()) {
            embed.addField(name, cut(String.join("\n", lines)), false);
        }
    }

    private String unhealthy(List<Trouble> troubles) {
        return say("unhealthy") + " "
                + troubles.stream()
                        .map(trouble -> say(trouble.reply(), trouble.values()))
                        .collect(Collectors.joining("; "));
    }

    private String gateway(Health health) {
        return switch (health.gateway()) {
            case CONNECTING -> say("connecting");
            case CONNECTED -> say("connected");
            case RECONNECTING ->
                say("reconnecting", Map.of("seconds", health.gatewayGoneFor().toSeconds()));
        };
    }

    private String alarm(Alarm alarm) {
        Map<String, Object> values = new HashMap<>(Map.of("since", alarm.since()));
        if (alarm.nextProbe() != null) {
            values.put("next", alarm.nextProbe());
        }
        return say("alarm_" + alarm.kind().name().toLowerCase(Locale.ROOT), values);
    }

    private static String plugin(PluginStatus plugin) {
        return sign(plugin.state()) + ' ' + plugin.title() + (plugin.reason().isEmpty() ? "" : ": " + plugin.reason());
    }

    private static String sign(PluginState state) {
        return switch (state) {
            case RUNNING -> "✅";
            case FAILED -> "❌";
            case DISABLED -> "💤";
        };
    }

    private List<String> words(List<PluginDetail> details) {
        return details.stream().map(detail -> detail.inWords(language)).toList();
    }

    private String fault(TemplateFault fault) {
        String where = fault.file() + ":" + fault.line() + ", " + fault.key();
        return say("fault", Map.of("where", where, "what", fault.message()));
    }

    private static String cut(String text) {
        return text.length() > MessageEmbed.VALUE_MAX_LENGTH
                ? text.substring(0, MessageEmbed.VALUE_MAX_LENGTH - 1) + "…"
                : text;
    }
}
