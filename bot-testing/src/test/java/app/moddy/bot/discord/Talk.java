package app.moddy.bot.discord;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Window;
import app.moddy.sandbox.SandboxUser;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** A bot with a plugin that uses the messenger as it is meant: it waits for slots and sends. */
record Talk(Window window, RunningBot bot) implements AutoCloseable {
    static final String SEND = "POST /channels/{channel_id}/messages";
    static final String OPEN = "POST /users/@me/channels";
    static final String LOOK = "GET /channels/{channel_id}/messages";

    private static final AtomicLong NONCES = new AtomicLong(System.nanoTime());

    static Talk start(RunningBot.Builder bot) throws Exception {
        return start(bot, new Window("window"));
    }

    static Talk start(RunningBot.Builder bot, Window window) throws Exception {
        return new Talk(window, bot.plugins(window).start());
    }

    Messenger messenger() {
        return window.get(Messenger.class);
    }

    DiscordStatus status() {
        return window.get(DiscordStatus.class);
    }

    static Snowflake id(SandboxUser user) {
        return Snowflake.parse(user.id());
    }

    Reach reach(SandboxUser user) throws Exception {
        return messenger().reach(id(user)).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    Slot awaitSlot(Reach reach) {
        Queue<Slot> slots = new ArrayDeque<>();
        Eventually.isTrue("room for a " + reach + " user", () -> {
            messenger().slot(reach).ifPresent(slots::add);
            return !slots.isEmpty();
        });
        return slots.remove();
    }

    /** Sends as soon as there is a slot. */
    Delivery send(SandboxUser user) throws Exception {
        return begin(user, reach(user)).get(10, TimeUnit.SECONDS);
    }

    CompletableFuture<Delivery> begin(SandboxUser user, Reach reach) {
        return beginIn(awaitSlot(reach), user);
    }

    CompletableFuture<Delivery> beginIn(Slot slot, SandboxUser user) {
        long nonce = NONCES.incrementAndGet();
        MessageCreateData content = MessageCreateData.fromEmbeds(new EmbedBuilder()
                .setDescription("Hello")
                .setFooter("Ref " + nonce)
                .build());
        return slot.send(new DirectMessage(id(user), content, Long.toString(nonce), () -> true))
                .toCompletableFuture();
    }

    /** The ref of the message sent last. */
    static String lastRef() {
        return NONCES.toString();
    }

    Search search(SandboxUser user, String ref, Instant since) throws Exception {
        return awaitSlot(Reach.NEW)
                .search(id(user), ref, since, () -> true)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        bot.close();
    }
}
