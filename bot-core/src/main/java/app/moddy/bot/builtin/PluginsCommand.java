package app.moddy.bot.builtin;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Page;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.plugin.PluginParts;
import app.moddy.bot.plugin.PluginState;
import app.moddy.bot.plugin.PluginStatus;
import app.moddy.bot.plugin.Plugins;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /plugins}: how each plugin is, why, and what it brings. */
@Singleton
final class PluginsCommand implements SlashCommand {
    /** Of the longest, so many fit into one embed: 6,000 characters. */
    private static final int ON_A_PAGE = 5;

    private final Plugins plugins;

    @Inject
    PluginsCommand(Plugins plugins) {
        this.plugins = plugins;
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
        return CompletableFuture.completedStage(
                Reply.pages(page(0), index -> CompletableFuture.completedStage(page(index))));
    }

    private Page page(int index) {
        List<PluginStatus> all = plugins.all();
        EmbedBuilder embed = new EmbedBuilder();
        all.stream()
                .skip((long) index * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .forEach(plugin -> embed.addField(head(plugin), cut(body(plugin)), false));
        return Page.embed(text(all), embed.build(), all.size() > (index + 1) * ON_A_PAGE);
    }

    private static String text(List<PluginStatus> all) {
        long running = all.stream()
                .filter(plugin -> plugin.state() == PluginState.RUNNING)
                .count();
        return "%s of %s plugins run.".formatted(running, all.size());
    }

    private static String head(PluginStatus plugin) {
        String sign = switch (plugin.state()) {
            case RUNNING -> "✅";
            case FAILED -> "❌";
            case DISABLED -> "💤";
        };
        return sign + ' ' + plugin.name() + (plugin.required() ? " (required)" : "");
    }

    private String body(PluginStatus plugin) {
        PluginParts parts = plugins.parts(plugin.name());
        String body = Stream.of(
                        plugin.reason(),
                        line("Actions", parts.actions()),
                        line("Routes", parts.routes()),
                        line("Commands", parts.commands()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return body.isEmpty() ? "Brings nothing of its own." : body;
    }

    private static String line(String what, List<String> names) {
        return names.isEmpty()
                ? ""
                : what + ": " + names.stream().map(name -> '`' + name + '`').collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        return text.length() > MessageEmbed.VALUE_MAX_LENGTH
                ? text.substring(0, MessageEmbed.VALUE_MAX_LENGTH - 1) + "…"
                : text;
    }
}
