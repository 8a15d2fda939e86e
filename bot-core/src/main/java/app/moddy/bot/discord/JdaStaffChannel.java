package app.moddy.bot.discord;

import app.moddy.bot.time.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.internal.entities.channel.concrete.PrivateChannelImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel of staff, through JDA. What is said while Discord is away waits for it, the latest few of it. */
final class JdaStaffChannel implements StaffChannel {
    private static final Logger log = LoggerFactory.getLogger(JdaStaffChannel.class);
    private static final int MOST_WAITING = 10;

    private static final String NOT_THERE = "there is no such channel, or its guild is unavailable: check ";

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final DiscordConnection connection;
    private final Timer timer;
    private final AtomicBoolean isTold = new AtomicBoolean();
    private final @Nullable Snowflake channel;
    private final String setting;
    private final Queue<String> waiting = new ArrayDeque<>();

    /** @param setting says which channel, for the log */
    JdaStaffChannel(DiscordConnection connection, @Nullable Snowflake channel, String setting, Timer timer) {
        this.connection = connection;
        this.channel = channel;
        this.setting = setting;
        this.timer = timer;
        EventListener onReady = event -> {
            if (event instanceof ReadyEvent) {
                seeThatItIsThere(event.getJDA());
                sayWhatWaits(event.getJDA());
            }
        };
        connection.listen(onReady);
    }

    @Override
    public void tell(String text) {
        if (channel == null) {
            log.debug("No {} to say it in: {}", setting, text);
            return;
        }
        add(text);
        timer.execute(
                () -> connection.jda().ifPresent(this::sayWhatWaits)); // not with locks of who tells: JDA has its own
    }

    private void add(String text) {
        synchronized (waiting) {
            if (waiting.size() == MOST_WAITING) {
                waiting.remove();
            }
            waiting.add(text);
        }
    }

    private void sayWhatWaits(JDA jda) {
        takeAll().forEach(text -> say(jda, text));
    }

    private List<String> takeAll() {
        synchronized (waiting) {
            List<String> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    /** Better at the start than when there is something to say. */
    private void seeThatItIsThere(JDA jda) {
        if (channel != null && place(jda) == null) {
            warnOnce(NOT_THERE + setting, null);
        }
    }

    private @Nullable MessageChannel place(JDA jda) {
        if (channel == null) {
            return null;
        }
        boolean isBlind =
                connection.gateway() == DiscordStatus.Gateway.STANDBY; // JDA knows no channel then, but can post
        return isBlind
                ? new PrivateChannelImpl(jda, channel.id(), null)
                : jda.getChannelById(GuildMessageChannel.class, channel.id());
    }

    private void say(JDA jda, String text) {
        MessageChannel place = place(jda);
        if (place == null) {
            failed(text, NOT_THERE + setting, null);
            return;
        }
        try {
            place.sendMessage(text)
                    .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                    .queue(sent -> isTold.set(false), failure -> failed(text, "Discord does not take it", failure));
        } catch (PermissionException e) {
            failed(text, "the permission " + e.getPermission() + " is missing", null);
        }
    }

    /** It waits for another try: what is said is not said again, and the log has it too. */
    private void failed(String text, String why, @Nullable Throwable failure) {
        warnOnce(why, failure);
        add(text);
        timer.after(AGAIN, () -> connection.jda().ifPresent(this::sayWhatWaits));
    }

    private void warnOnce(String why, @Nullable Throwable failure) {
        if (!isTold.getAndSet(true)) {
            log.warn("Cannot tell staff in the channel {} yet, {}", channel, why, failure);
        }
    }
}
