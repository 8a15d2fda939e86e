package app.moddy.bot.builtin;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.Replies;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /language}: users choose in which language the bot writes to them. */
@Singleton
final class LanguageCommand implements SlashCommand {
    private static final String OPTION = "language";
    private static final String AUTOMATIC = "automatic";

    private final UserLanguages languages;
    private final MessageTemplates templates;
    private final Replies replies;

    @Inject
    LanguageCommand(UserLanguages languages, MessageTemplates templates, Replies replies) {
        this.languages = languages;
        this.templates = templates;
        this.replies = replies;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("language", "In which language the bot writes to you")
                .addOption(
                        OptionType.STRING,
                        OPTION,
                        "The language, or Automatic; without it, how it is now",
                        false,
                        true);
    }

    @Override
    public CommandRules rules() {
        return CommandRules.everyone();
    }

    @Override
    public CompletionStage<List<Choice>> complete(CompletionCall call) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(automatic(call.language()), AUTOMATIC));
        templates.languages().forEach(each -> choices.add(new Choice(each.getNativeName(), each.getLocale())));
        String typed = call.typed().toLowerCase(Locale.ROOT);
        return CompletableFuture.completedStage(choices.stream()
                .filter(choice -> choice.getName().toLowerCase(Locale.ROOT).contains(typed)
                        || choice.getAsString().toLowerCase(Locale.ROOT).contains(typed))
                .toList());
    }

    private String automatic(DiscordLocale language) {
        return replies.say(language, "language.automatic");
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Optional<String> wanted = call.text(OPTION);
        if (wanted.isEmpty()) {
            return languages.of(call.caller()).thenApply(known -> Reply.text(now(known, call.language())));
        }
        if (isAny(wanted.get(), AUTOMATIC, automatic(call.language()))) {
            return unchoose(call);
        }
        return templates.languages().stream()
                .filter(each -> isAny(wanted.get(), each.getLocale(), each.getNativeName()))
                .findFirst()
                .map(language -> choose(call, language))
                .orElseGet(() -> CompletableFuture.completedStage(unknown(wanted.get(), call.language())));
    }

    /** Whoever does not pick an offered value may type its name. */
    private static boolean isAny(String wanted, String... names) {
        return Stream.of(names).anyMatch(name -> name.equalsIgnoreCase(wanted.strip()));
    }

    private String now(UserLanguage known, DiscordLocale language) {
        return known.chosen()
                .map(chosen -> replies.say(language, "language.now_chosen", Map.of("language", chosen.getNativeName())))
                .orElseGet(() -> replies.say(language, "language.now_automatic"));
    }

    private CompletionStage<Reply> choose(CommandCall call, DiscordLocale language) {
        return languages
                .choose(call.caller(), Optional.of(language))
                .thenApply(done -> Reply.text(
                        replies.say(language, "language.chosen", Map.of("language", language.getNativeName()))));
    }

    private CompletionStage<Reply> unchoose(CommandCall call) {
        return languages
                .choose(call.caller(), Optional.empty())
                .thenCompose(done -> languages.of(call.caller()))
                .thenApply(known -> known.lastUsed().orElse(call.language()))
                .thenApply(language -> Reply.text(replies.say(language, "language.unchosen")));
    }

    private Reply unknown(String wanted, DiscordLocale language) {
        String shown = wanted.length() > 50 ? wanted.substring(0, 50) + "…" : wanted;
        List<String> known =
                templates.languages().stream().map(DiscordLocale::getNativeName).toList();
        return Reply.refusal(replies.say(language, "language.unknown", Map.of("wanted", shown, "known", known)));
    }
}
