package app.moddy.sandbox;

import app.moddy.sandbox.console.Cast;
import app.moddy.sandbox.console.Help;
import app.moddy.sandbox.console.Terminal;
import app.moddy.sandbox.console.TypedCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Shows every direct message of the bot as text, and lets somebody at a keyboard act as the users. Thread-safe. What
 * it prints is meant for UTF-8.
 */
public final class SandboxConsole {
    /** The note on who takes no direct messages; {@code open-dms} and {@code close-dms} keep it true. */
    public static final String DMS_CLOSED = "DMs closed";

    private final DiscordSandbox discord;
    private final Cast cast = new Cast();
    private final ConsoleScreen screen;
    private final ConsoleAnswers answers;
    private final ConsoleCommands commands;

    private String you = "ada";

    private SandboxConsole(DiscordSandbox discord, PrintStream out) {
        this.discord = discord;
        screen = new ConsoleScreen(discord, out);
        answers = new ConsoleAnswers(discord, screen);
        commands = new ConsoleCommands(discord, cast, answers);
    }

    /** Begins to print direct messages; answers of interactions are printed by who runs them here. */
    public static SandboxConsole attach(DiscordSandbox discord, PrintStream out) {
        SandboxConsole console = new SandboxConsole(discord, out);
        discord.onMessage(message -> {
            boolean answersInteraction = message.raw().has("interaction_metadata");
            if (!message.recipient().isEmpty() && !answersInteraction) {
                console.screen.show("Direct message to " + message.recipient(), message);
                console.answers.forgetFailure(message.recipient()); // it can be pressed now
            }
        });
        return console;
    }

    /** Whether somebody sits there: both input and output of the program are a terminal. */
    public static boolean isAtTerminal() {
        return Terminal.isThere();
    }

    /** Runs commands in this guild from now on; else it is the only one that the user and the bot are in. */
    public synchronized SandboxConsole in(SandboxGuild there) {
        commands.in(there);
        return this;
    }

    /**
     * Introduces a user; the first is who one is at the beginning. As soon as somebody was introduced, other names are
     * refused; until then any is taken, and the account made.
     */
    public synchronized SandboxConsole knows(SandboxUser user, String... notes) {
        if (cast.isEmpty()) {
            you = user.name();
        }
        cast.add(user.name(), user.id(), notes);
        return this;
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
            screen.print("! " + refused.getMessage());
        }
    }

    private void dispatch(String line) {
        String[] words = line.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        String word = words[0].toLowerCase(Locale.ROOT);
        switch (word) {
            case "" -> {}
            case "users" -> screen.print(cast.isEmpty() ? "You are " + user() : String.join("\n", cast.lines(you)));
            case "as" -> as(rest);
            case "press" -> answers.press(you, rest);
            case "dms" -> showMessages(named(word, rest));
            case "close-dms" -> dms(named(word, rest), false);
            case "open-dms" -> dms(named(word, rest), true);
            case "dm" -> commands.runInDm(you, rest);
            case "problems" ->
                screen.print(discord.problems().isEmpty() ? "none" : String.join("\n", discord.problems()));
            case "help", "?" -> screen.print(Help.TEXT);
            case "quit", "exit" -> System.exit(0); // hooks close what is open
            default -> {
                if (!word.startsWith("/")) {
                    throw new IllegalArgumentException("Unknown: " + words[0] + "; try help");
                }
                commands.run(you, TypedCommand.read(line), false);
            }
        }
    }

    private SandboxUser user() {
        return discord.user(you);
    }

    private SandboxUser named(String word, String typed) {
        if (typed.isEmpty()) {
            throw new IllegalArgumentException(
                    word + " needs a name" + (cast.isEmpty() ? ", such as: " + word + " ada" : "; " + cast.names()));
        }
        return discord.user(cast.name(typed));
    }

    private void as(String rest) {
        String[] words = rest.split("\\s+", 2);
        you = named("as", words[0]).name();
        screen.print("You are " + user());
        if (words.length > 1) {
            dispatch(words[1]);
        }
    }

    private void dms(SandboxUser whose, boolean open) {
        cast.note(whose.name(), DMS_CLOSED, !open);
        screen.print(
                open ? whose.opensDms() + " takes direct messages" : whose.closesDms() + " takes no direct messages");
    }

    private void showMessages(SandboxUser whose) {
        List<SandboxMessage> messages = whose.directMessages();
        if (messages.isEmpty()) {
            screen.print(whose.name() + " has no direct messages");
        }
        messages.forEach(message -> screen.show("Direct message to " + whose.name(), message));
    }
}
