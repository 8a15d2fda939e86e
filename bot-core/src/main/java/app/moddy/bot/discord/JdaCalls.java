package app.moddy.bot.discord;

import app.moddy.bot.discord.CallsUnderWay.SettledException;
import app.moddy.bot.discord.Outlook.Acquaintance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.MessageHistory;
import net.dv8tion.jda.api.entities.UserSnowflake;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.entities.channel.concrete.PrivateChannelImpl;

/** The calls, made by JDA. */
final class JdaCalls implements DiscordCalls {
    private static final int PAGE = 100;
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Answer A_BOT = new Answer(Verdict.of(Verdict.Kind.USER_NOT_FOUND), "a bot");

    private final DiscordConnection connection;
    private final WireTap wire;
    private final CallsUnderWay underWay;

    @Inject
    JdaCalls(DiscordConnection connection, WireTap wire, CallsUnderWay underWay, Timing timing) {
        this.connection = connection;
        this.wire = wire;
        this.underWay = underWay;
        connection.whenLeaving(() -> underWay.leave(timing.drain()));
        connection.whenDraining(() -> underWay.awaitNone(timing.drain()));
    }

    @Override
    public boolean ready() {
        return !underWay.isLeaving() && connection.jda().isPresent();
    }

    @Override
    public void reportTo(Traffic traffic) {
        wire.reportTo(traffic);
    }

    @Override
    public CompletionStage<Opened> open(Snowflake user, Errand errand) {
        return underWay.run(
                        WireKey.opening(user),
                        errand,
                        attempt -> jda().openPrivateChannelById(user.id())
                                .setCheck(attempt::mayBeTried)
                                .submit())
                .thenApply(ended -> opened(ended));
    }

    private static Opened opened(CallsUnderWay.Ended<PrivateChannel> ended) {
        PrivateChannel channel = ended.value();
        if (channel == null) {
            return new Opened(withoutResult(ended.answer()), 0);
        }
        boolean isBot = channel.getUser() != null && channel.getUser().isBot();
        return new Opened(isBot ? A_BOT : Answer.DONE, channel.getIdLong());
    }

    /** What may be repeated at will is never in doubt, and not done without its result. */
    private static Answer withoutResult(Answer answer) {
        return switch (answer.verdict().kind()) {
            case UNKNOWN -> new Answer(Verdict.notNow(SOON), answer.code());
            case DONE -> new Answer(Verdict.notNow(SOON), "unreadable answer");
            case USER_NOT_FOUND, DM_CLOSED, REFUSED, NOT_NOW, CHANNEL_GONE -> answer;
        };
    }

    @Override
    public CompletionStage<Answer> post(long channel, MessageCreateData content, String nonce, Errand errand) {
        // JDA's public interface knows only channels that it has cached; opening one again would cost a call.
        return underWay.run(
                        WireKey.posting(nonce, new Snowflake(channel)),
                        errand,
                        attempt -> new UnreadPost(channel(channel))
                                .applyData(content)
                                .setNonce(nonce)
                                .setAllowedMentions(List.of())
                                .setCheck(attempt::mayBeTried)
                                .submit())
                .thenApply(CallsUnderWay.Ended::answer);
    }

    private PrivateChannel channel(long id) {
        return new PrivateChannelImpl(jda(), id, null);
    }

    private JDA jda() {
        return connection
                .jda()
                .orElseThrow(() -> new SettledException(Verdict.notNow(SOON), "not connected to Discord"));
    }

    @Override
    public CompletionStage<Footers> footers(long channel, Instant since, Errand errand) {
        return underWay.run(
                        WireKey.lookingInto(channel),
                        errand,
                        attempt -> pages(channel(channel).getHistory(), since, attempt))
                .thenApply(ended -> {
                    List<Message> messages = ended.value();
                    return messages == null
                            ? new Footers(withoutResult(ended.answer()), List.of())
                            : new Footers(Answer.DONE, texts(messages));
                });
    }

    /** Page by page, until one ends before that time. */
    private CompletableFuture<List<Message>> pages(MessageHistory history, Instant since, Attempt attempt) {
        return history.retrievePast(PAGE).setCheck(attempt::mayBeTried).submit().thenCompose(page -> {
            boolean goesOn = page.size() == PAGE
                    && page.get(PAGE - 1).getTimeCreated().toInstant().isAfter(since);
            if (!goesOn) {
                return CompletableFuture.completedFuture(history.getRetrievedHistory());
            }
            wire.goesOn(attempt);
            return pages(history, since, attempt);
        });
    }

    private static List<String> texts(List<Message> messages) {
        List<String> texts = new ArrayList<>();
        for (Message message : messages) {
            boolean isOurs = message.getAuthor().equals(message.getJDA().getSelfUser());
            message.getEmbeds().stream()
                    .filter(embed -> isOurs && embed.getFooter() != null)
                    .map(embed -> Objects.requireNonNull(embed.getFooter()).getText())
                    .filter(Objects::nonNull)
                    .forEach(texts::add);
        }
        return texts;
    }

    @Override
    public CompletionStage<Answer> mention(Mention mention, Errand errand) {
        long user = mention.user().id();
        return underWay.run(WireKey.posting(mention.nonce(), mention.channel()), errand, attempt -> {
                    GuildMessageChannel place = place(mention.channel());
                    return place.getGuild()
                            .retrieveMember(UserSnowflake.fromId(user))
                            .setCheck(attempt::mayBeTried)
                            .submit()
                            .exceptionallyCompose(JdaCalls::noMember)
                            .thenCompose(member -> place.sendMessage(member.getAsMention() + " " + mention.text())
                                    .setNonce(mention.nonce())
                                    .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                                    .mentionUsers(user)
                                    .setCheck(attempt::mayBeTried)
                                    .submit());
                })
                .thenApply(CallsUnderWay.Ended::answer);
    }

    private static CompletableFuture<Member> noMember(Throwable failure) {
        Verdict notFound = Verdict.of(Verdict.Kind.USER_NOT_FOUND);
        boolean isNone = JdaMembers.isNoMember(failure);
        return CompletableFuture.failedFuture(isNone ? new SettledException(notFound, "no member") : failure);
    }

    @Override
    public CompletionStage<Acquaintance> meet(Snowflake user, Errand errand) {
        return underWay.run(WireKey.meeting(user), errand, attempt -> new JdaMembers(jda(), user, attempt).find())
                .thenApply(ended -> Objects.requireNonNullElse(ended.value(), Acquaintance.NOT_KNOWN));
    }

    private GuildMessageChannel place(Snowflake channel) {
        boolean knowsAll = connection.knowsAllGuilds();
        GuildMessageChannel place = jda().getChannelById(GuildMessageChannel.class, channel.id());
        if (place == null && !knowsAll) {
            throw new SettledException(Verdict.notNow(LATER), "without the gateway");
        }
        if (place == null) {
            throw new SettledException(Verdict.of(Verdict.Kind.REFUSED), "unknown channel");
        }
        return place;
    }
}
