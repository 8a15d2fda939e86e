package app.moddy.notifications.delivery;

import app.moddy.bot.discord.Delivery;
import app.moddy.bot.discord.DirectMessage;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Slot;
import app.moddy.bot.discord.Warrant;
import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.RenderedNotice;
import app.moddy.bot.user.UserLanguage;
import app.moddy.bot.user.UserLanguages;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Makes one attempt: a message, or a search for the one that an earlier attempt may have sent. Its stages never complete
 * exceptionally. Thread-safe.
 */
final class Sender {
    private final MessageTemplates templates;
    private final NoticeJson notices;
    private final UserLanguages languages;
    private final Messenger messenger;
    private final Fallback fallback;
    private final Leases leases;
    private final Endings endings;
    private final Run run;
    private final Clock clock;

    @Inject
    Sender(
            MessageTemplates templates,
            NoticeJson notices,
            UserLanguages languages,
            Messenger messenger,
            Fallback fallback,
            Leases leases,
            Endings endings,
            Run run,
            Clock clock) {
        this.templates = templates;
        this.notices = notices;
        this.languages = languages;
        this.messenger = messenger;
        this.fallback = fallback;
        this.leases = leases;
        this.endings = endings;
        this.run = run;
        this.clock = clock;
    }

    /** Makes it; the slot is used or given back. */
    CompletionStage<Ending> make(Attempt attempt, Slot slot) {
        leases.hold(attempt);
        return CompletableFuture.completedStage(attempt)
                .thenCompose(begun -> attemptOf(begun, slot))
                .thenCompose(ending -> messenger.reach(attempt.user()).thenApply(ending::withReach))
                .exceptionally(
                        bug -> { // whatever it is: without an ending the notification would keep its lease for ever
                            NotificationLog.botFailed(attempt.ref(), attempt.user(), bug);
                            return endings.botFailed(attempt, true);
                        });
    }

    private CompletionStage<Ending> attemptOf(Attempt attempt, Slot slot) {
        Doubt doubt = attempt.doubt();
        if (doubt != null && !doubt.isWithinNonceWindow(clock.instant(), run.id())) {
            return slot.search(attempt.user(), attempt.ref(), attempt.acceptedAt(), warrant(attempt))
                    .thenApply(search -> endings.of(attempt, search));
        }
        return languages.of(attempt.user()).thenCompose(language -> sendIn(language, attempt, slot));
    }

    private Warrant warrant(Attempt attempt) {
        return new LeaseWarrant(leases, run, attempt);
    }

    private CompletionStage<Ending> sendIn(UserLanguage language, Attempt attempt, Slot slot) {
        Optional<RenderedNotice> notice;
        try {
            notice = notices.restore(attempt.notice())
                    .map(restored -> templates.render(language.wishedFor(restored), attempt.ref()));
        } catch (RuntimeException | Error bug) { // a plugin's record, or what it lacks
            slot.giveBack();
            NotificationLog.botFailed(attempt.ref(), attempt.user(), bug);
            return CompletableFuture.completedStage(endings.botFailed(attempt, false));
        }
        if (notice.isEmpty()) {
            slot.giveBack();
            return CompletableFuture.completedStage(endings.unregistered(attempt));
        }
        return send(attempt, slot, notice.get());
    }

    private CompletionStage<Ending> send(Attempt attempt, Slot slot, RenderedNotice notice) {
        MessageCreateData content = MessageCreateData.fromEmbeds(notice.embed());
        return slot.send(new DirectMessage(attempt.user(), content, attempt.ref(), warrant(attempt)))
                .thenCompose(delivery -> ending(attempt, delivery, notice.language()))
                .thenApply(ending -> ending.withWarnings(notice.warnings()));
    }

    private CompletionStage<Ending> ending(Attempt attempt, Delivery delivery, DiscordLocale language) {
        Ending ending = endings.of(attempt, delivery);
        if (ending.outcome() != Outcome.DM_CLOSED) {
            return CompletableFuture.completedStage(ending);
        }
        if (attempt.mentioned()) {
            return CompletableFuture.completedStage(
                    Ending.finished(Outcome.FALLBACK_CHANNEL, ending.result(), ending.code()));
        }
        return leases.isHeld(attempt)
                ? fallback.mention(attempt, ending, language)
                : CompletableFuture.completedStage(ending);
    }
}
