package app.moddy.notifications;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.CompletionCall;
import app.moddy.bot.command.FittingLines;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.DiscordStatus;
import app.moddy.bot.message.Replies;
import app.moddy.notifications.delivery.Backlog;
import app.moddy.notifications.delivery.Statistics;
import app.moddy.notifications.delivery.Statistics.Numbers;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;

/** {@code /notify-stats}: how much there was, what became of it, how long it took, what waits, and what stops it. */
final class NotifyStatsCommand implements SlashCommand {
    private static final Duration USUAL = Duration.ofDays(1);

    private final Statistics statistics;
    private final DiscordStatus discord;
    private final Replies replies;
    private final Clock clock;

    @Inject
    NotifyStatsCommand(Statistics statistics, DiscordStatus discord, Replies replies, Clock clock) {
        this.statistics = statistics;
        this.discord = discord;
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public SlashCommandData data() {
        return Commands.slash("notify-stats", "Counts notifications, without tests: outcomes, times, backlog, alarms")
                .addOptions(new OptionData(
                                OptionType.STRING, "period", "How far back, such as 2h or 7d; a day if you name none")
                        .setAutoComplete(true)
                        .setMaxLength(20));
    }

    @Override
    public CommandRules rules() {
        return CommandRules.staff();
    }

    @Override
    public CompletionStage<List<Choice>> complete(CompletionCall call) {
        return CompletableFuture.completedStage(Since.choices(call));
    }

    @Override
    public CompletionStage<Reply> handle(CommandCall call) {
        Phrases phrases = new Phrases(replies, call.language());
        Optional<String> period = call.text("period");
        Optional<Duration> back = period.isEmpty() ? Optional.of(USUAL) : Since.parse(period.get());
        if (back.isEmpty()) {
            return CompletableFuture.completedStage(Reply.refusal(phrases.say("since.malformed")));
        }
        Instant since = clock.instant().minus(back.get());
        return statistics
                .since(since)
                .thenCombine(statistics.backlog(), (numbers, backlog) -> reply(since, numbers, backlog, phrases));
    }

    private Reply reply(Instant since, Numbers numbers, Backlog backlog, Phrases phrases) {
        String head = phrases.say("notify-stats.head", Map.of("since", since, "total", numbers.total())) + "\n";
        List<String> last = new ArrayList<>(List.of("\n", times(numbers, phrases), waiting(backlog, phrases)));
        last.addAll(AlarmPhrases.of(discord.alarms(), phrases));
        String below = String.join("\n", last);
        int room = MessageEmbed.DESCRIPTION_MAX_LENGTH - head.length() - below.length();
        String actions = FittingLines.of(
                actions(numbers, phrases), room, left -> phrases.say("notify-stats.more", Map.of("count", left)));
        return Reply.embed(
                "", new EmbedBuilder().setDescription(head + actions + below).build());
    }

    private static List<String> actions(Numbers numbers, Phrases phrases) {
        return numbers.counts().entrySet().stream()
                .map(action -> phrases.say(
                        "notify-stats.action",
                        Map.of("action", action.getKey(), "counts", phrases.counts(action.getValue()))))
                .toList();
    }

    private static String times(Numbers numbers, Phrases phrases) {
        Map<String, Object> values = new HashMap<>();
        numbers.median().ifPresent(median -> values.put("median", phrases.span(median)));
        numbers.p95().ifPresent(p95 -> values.put("p95", phrases.span(p95)));
        return phrases.say("notify-stats.times", values);
    }

    private static String waiting(Backlog backlog, Phrases phrases) {
        Map<String, Object> values = new HashMap<>();
        values.put("pending", backlog.allPending());
        values.put("inbox", backlog.inInbox());
        backlog.oldest().ifPresent(oldest -> values.put("oldest", oldest));
        return phrases.say("notify-stats.backlog", values);
    }
}
