package app.moddy.bot.discord;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Queue;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.hooks.EventListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel of staff, through JDA. What is said while Discord is away waits for it, the latest few of it. */
final class JdaStaffChannel implements StaffChannel {
    private static final Logger log = LoggerFactory.getLogger(JdaStaffChannel.class);
    private static final int MOST_WAITING = 10;

    private final DiscordConnection connection;
    private final @Nullable Snowflake channel;
    private final String setting;
    private final Queue<String> waiting = new ArrayDeque<>();

    /** @param setting says which channel, for the log */
    JdaStaffChannel(DiscordConnection connection, @Nullable Snowflake channel, String setting) {
        this.connection = connection;
        this.channel = channel;
        this.setting = setting;
        EventListener onReady = event -> {
            if (event instanceof ReadyEvent) {
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
        synchronized (waiting) {
            if (waiting.size() == MOST_WAITING) {
                waiting.remove();
            }
            waiting.add(text);
        }
        connection.jda().ifPresent(this::sayWhatWaits);
    }

    private void sayWhatWaits(JDA jda) {
        for (String text = next(); text != null; text = next()) {
            say(jda, text);
        }
    }

    private @Nullable String next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    private void say(JDA jda, String text) {
        GuildMessageChannel place =
                channel == null ? null : jda.getChannelById(GuildMessageChannel.class, channel.id());
        if (place == null) {
            log.warn("Cannot tell staff, there is no such channel: check {} ({})", setting, channel);
            return;
        }
        try {
            place.sendMessage(text)
                    .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                    .queue(sent -> {}, failure -> log.warn("Cannot tell staff in the channel {}", channel, failure));
        } catch (PermissionException e) {
            log.warn("Cannot tell staff in the channel {}: the permission {} is missing", channel, e.getPermission());
        }
    }
}
