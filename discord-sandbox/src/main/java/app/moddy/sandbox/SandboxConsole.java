package app.moddy.sandbox;

import app.moddy.sandbox.console.MessageBox;
import app.moddy.sandbox.console.ShownText;
import app.moddy.sandbox.console.TypedCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Shows every direct message of the bot as text, and lets somebody at a keyboard act as the users. Thread-safe. What
 * it prints is meant for UTF-8.
 */
public final class SandboxConsole {
    private static final String HELP = """
            as NAME                          act as this user (made if needed)
            /command option:value ...        run a command in the user's guild; values with a colon in "quotes"
            dm /command option:value ...     run a command in direct messages with the bot
            press LABEL                      press a button of the last answer, or of the newest direct message
            dms NAME                         show the user's direct messages
            close-dms NAME, open-dms NAME    take no direct messages, or take them again
            problems                         show what the bot did that no bot should
            help                             show this
            """;

    private final DiscordSandbox discord;
    private final PrintStream out;
    private SandboxUser user;
    private @Nullable SandboxReply lastReply;

    private SandboxConsole(DiscordSandbox discord, PrintStream out) {
        this.discord = discord;
        this.out = out;
        this.user = discord.user("ada");
    }

    /** Begins to print direct messages; answers of interactions are printed by who runs them here. */
    public static SandboxConsole attach(DiscordSandbox discord, PrintStream out) {
        SandboxConsole console = new SandboxConsole(discord, out);
        discord.onMessage(message -> {
            boolean answersInteraction = message.raw().has("interaction_metadata");
            if (!message.recipient().isEmpty() && !answersInteraction) {
                console.show("Direct message to " + message.recipient(), message);
            }
        });
        return console;
    }

    /** Performs every line until the input ends; returns then. */
    public void read(InputStream in) {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                perform(line.strip());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Performs one line, such as {@code as ada} or {@code press Send}, and prints what comes of it. */
    public synchronized void perform(String line) {
        try {
            dispatch(line);
        } catch (IllegalArgumentException | IllegalStateException refused) {
            print("! " + refused.getMessage());
        }
    }

    private void dispatch(String line) {
        int blank = line.indexOf(' ');
        String word = blank < 0 ? line : line.substring(0, blank);
        String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
        switch (word) {
            case "" -> {}
            case "as" -> {
                user = discord.user(rest);
                lastReply = null;
                print("You are " + user);
            }
            case "press" -> press(rest);
            case "dms" ->
                discord.user(rest).directMessages().forEach(message -> show("Direct message to " + rest, message));
            case "close-dms" -> print(discord.user(rest).closesDms() + " takes no direct messages");
            case "open-dms" -> print(discord.user(rest).opensDms() + " takes direct messages");
            case "dm" -> run(TypedCommand.read(rest), true);
            case "problems" -> print(String.join(System.lineSeparator(), discord.problems()));
            case "help" -> print(HELP.strip());
            default -> {
                if (!word.startsWith("/")) {
                    throw new IllegalArgumentException("Unknown: " + word + "; try help");
                }
                run(TypedCommand.read(line), false);
            }
        }
    }

    private void run(TypedCommand typed, boolean direct) {
        SandboxReply reply =
                direct ? user.inDm().runs(typed.name(), typed.options()) : user.runs(typed.name(), typed.options());
        answer(reply, typed.name());
    }

    private void press(String button) {
        SandboxReply reply = lastReply;
        if (reply != null) {
            answer(reply.press(button), button);
            return;
        }
        SandboxMessage carrier = user.directMessages().stream()
                .filter(message -> message.buttons().stream().anyMatch(one -> one.isNamed(button)))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("No button " + button));
        answer(user.presses(carrier, button), button);
    }

    private void answer(SandboxReply reply, String to) {
        reply.await();
        lastReply = reply;
        String seenBy = reply.isEphemeral() ? " (only " + user.name() + " sees this)" : "";
        show("Answer to " + to + seenBy, reply.message());
        reply.followUps().forEach(message -> show("Further answer to " + to, message));
    }

    private void show(String heading, SandboxMessage message) {
        String silent = message.isSilent() ? " (silent)" : "";
        ShownText text = new ShownText(discord::nameOf, discord.now());
        print(MessageBox.of(heading + silent, message.raw(), text).stripTrailing());
    }

    private void print(String text) {
        out.println(text);
        out.flush();
    }
}
