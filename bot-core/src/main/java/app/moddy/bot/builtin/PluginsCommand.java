package app.moddy.bot.builtin;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Page;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.Replies;
import app.moddy.bot.plugin.PluginParts;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import app.moddy.bot.plugin.Plugins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /plugins}: how each plugin is, why, and what it brings. */
@Singleton
final class PluginsCommand implements SlashCommand {
    /** Of the longest, so many fit into one embed: 6,000 characters. */
    private static final int ON_A_PAGE = 5;

    private final Plugins plugins;
    private final Replies replies;

    @Inject
    PluginsCommand(Plugins plugins, Replies replies) {
        this.plugins = plugins;
        this.replies = replies;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("plugins", "The plugins: how they are and what they bring");
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        return CompletableFuture.completedStage(Reply.pages(
                page(0, call.language()), index -> CompletableFuture.completedStage(page(index, call.language()))));
    }

    private Page page(int index, DiscordLocale language) {
        List<PluginStatus> all = plugins.all();
        if (all.isEmpty()) { // an embed can not be
            return Page.text(text(all, language), false);
        }
        EmbedBuilder embed = new EmbedBuilder();
        all.stream()
                .skip((long) index * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .forEach(plugin -> embed.addField(head(plugin, language), cut(body(plugin, language)), false));
        return Page.embed(text(all, language), embed.build(), all.size() > (index + 1) * ON_A_PAGE);
    }

    private String text(List<PluginStatus> all, DiscordLocale language) {
        long running = all.stream()
                .filter(plugin -> plugin.state() == PluginState.RUNNING)
                .count();
        return replies.say(language, "plugins.head", Map.of("running", running, "all", all.size()));
    }

    private String head(PluginStatus plugin, DiscordLocale language) {
        String sign = switch (plugin.state()) {
            case RUNNING -> plugin.reason().isEmpty() ? "✅" : "⚠️";
            case FAILED -> "❌";
            case DISABLED -> "💤";
        };
        String required = plugin.required() ? " (" + replies.say(language, "plugins.required") + ")" : "";
        return sign + ' ' + plugin.title() + required;
    }

    private String body(PluginStatus plugin, DiscordLocale language) {
        if (!plugin.reason().isEmpty()) {
            return replies.say(language, "plugins.reason", Map.of("reason", plugin.reason()));
        }
        PluginParts parts = plugins.parts(plugin.name());
        String body = Stream.of(
                        line("plugins.actions", parts.actions(), language),
                        line("plugins.routes", parts.routes(), language),
                        line("plugins.commands", parts.commands(), language))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return body.isEmpty() ? replies.say(language, "plugins.nothing") : body;
    }

    /** Said, so that what Discord would take for Markdown is shown as it is. */
    private String line(String key, List<String> names, DiscordLocale language) {
        return names.isEmpty() ? "" : replies.say(language, key, Map.of("names", names));
    }

    private static String cut(String text) {
        return text.length() > MessageEmbed.VALUE_MAX_LENGTH
                ? text.substring(0, MessageEmbed.VALUE_MAX_LENGTH - 1) + "…"
                : text;
    }
}
