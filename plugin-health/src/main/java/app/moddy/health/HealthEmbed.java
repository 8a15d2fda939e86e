package app.moddy.health;

import app.moddy.bot.command.FittingLines;
import app.moddy.bot.command.Reply;
import app.moddy.bot.discord.Alarm;
import app.moddy.bot.message.Replies;
import app.moddy.bot.message.TemplateFault;
import app.moddy.bot.plugin.PluginDetail;
import app.moddy.bot.plugin.PluginStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;

/** Health as staff see it in Discord, in their language. */
final class HealthEmbed {
    private static final int GREEN = 0x00ff00;
    private static final int RED = 0xff0000;

    /** So that a long one leaves room for how many more there are. */
    private static final int LONGEST_LINE = 900;

    /** Discord takes 25 fields and 6,000 characters; the last field says what is left out. */
    private static final int MOST_FIELDS = MessageEmbed.MAX_FIELD_AMOUNT - 1;

    private static final int MOST_CHARACTERS = MessageEmbed.EMBED_MAX_LENGTH_BOT - 100;

    private final Replies replies;
    private final DiscordLocale language;
    private final Map<PluginDetail, String> words;
    private final EmbedBuilder embed = new EmbedBuilder();
    private int leftOut;

    private HealthEmbed(Replies replies, DiscordLocale language, Map<PluginDetail, String> words) {
        this.replies = replies;
        this.language = language;
        this.words = words;
    }

    /** Once the plugins have put their details into words. */
    static CompletionStage<Reply> of(Health health, Replies replies, DiscordLocale language) {
        CompletionStage<Map<PluginDetail, String>> words = CompletableFuture.completedStage(Map.of());
        for (PluginDetail detail : health.details()) {
            words = words.thenCombine(detail.inWords(language), (before, text) -> and(before, detail, text));
        }
        return words.thenApply(all -> new HealthEmbed(replies, language, all).of(health));
    }

    private static Map<PluginDetail, String> and(Map<PluginDetail, String> before, PluginDetail detail, String text) {
        Map<PluginDetail, String> more = new HashMap<>(before);
        more.put(detail, text);
        return more;
    }

    private Reply of(Health health) {
        List<Trouble> troubles = health.troubles();
        embed.setColor(troubles.isEmpty() ? GREEN : RED)
                .addField(say("gateway"), gateway(health), true)
                .addField(say("rest"), say(health.restWorks() ? "works" : "silent"), true)
                .addField(say("store"), health.storeFault().isEmpty() ? say("works") : cut(health.storeFault()), true)
                .setFooter("Version " + health.version());
        add(say("alarms"), health.alarms().stream().map(this::alarm).toList());
        add(say("plugins"), health.plugins().stream().map(this::plugin).toList());
        health.plugins().forEach(plugin -> add(plugin.name(), words(health.detailsOf(plugin))));
        add(say("templates"), health.templateFaults().stream().map(this::fault).toList());
        if (leftOut > 0) {
            embed.addField(EmbedBuilder.ZERO_WIDTH_SPACE, more(leftOut), false);
        }
        return Reply.embed(troubles.isEmpty() ? say("healthy") : unhealthy(troubles), embed.build());
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> values) {
        return replies.say(language, "health." + key, values);
    }

    /** Nothing is no field, nor is what does not fit. */
    private void add(String name, List<String> lines) {
        String value = FittingLines.of(
                lines.stream().map(HealthEmbed::cut).toList(), MessageEmbed.VALUE_MAX_LENGTH, this::more);
        if (embed.getFields().size() == MOST_FIELDS
                || embed.length() + name.length() + value.length() > MOST_CHARACTERS) {
            leftOut += lines.isEmpty() ? 0 : 1;
        } else if (!lines.isEmpty()) {
            embed.addField(name, value, false);
        }
    }

    private String more(int count) {
        return say("more", Map.of("count", count));
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
            case STANDBY -> say("standby");
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

    /** A reason is said, so that what Discord would take for Markdown is shown as it is. */
    private String plugin(PluginStatus plugin) {
        String text = plugin.reason().isEmpty()
                ? plugin.title()
                : say("plugin", Map.of("name", plugin.title(), "reason", plugin.reason()));
        return sign(plugin) + ' ' + text;
    }

    private static String sign(PluginStatus plugin) {
        return switch (plugin.state()) {
            case RUNNING -> plugin.reason().isEmpty() ? "✅" : "⚠️";
            case FAILED -> "❌";
            case DISABLED -> "💤";
        };
    }

    private List<String> words(List<PluginDetail> details) {
        return details.stream().map(detail -> words.getOrDefault(detail, "")).toList();
    }

    private String fault(TemplateFault fault) {
        String where = fault.file() + ":" + fault.line() + ", " + fault.key();
        return say("fault", Map.of("where", where, "what", fault.message()));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE - 1) + "…" : text;
    }
}
