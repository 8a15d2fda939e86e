package app.moddy.sandbox;

import app.moddy.sandbox.console.Buttons;
import app.moddy.sandbox.console.Cast;
import app.moddy.sandbox.console.CommandHint;
import app.moddy.sandbox.console.Help;
import app.moddy.sandbox.console.MessageBox;
import app.moddy.sandbox.console.ShownText;
import app.moddy.sandbox.console.Terminal;
import app.moddy.sandbox.console.TypedCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows every direct message of the bot as text, and lets somebody at a keyboard act as the users. Thread-safe. What
 * it prints is meant for UTF-8.
 */
public final class SandboxConsole {
    /** The note on who takes no direct messages; {@code open-dms} and {@code close-dms} keep it true. */
    public static final String DMS_CLOSED = "DMs closed";

    private final DiscordSandbox discord;
    private final PrintStream out;
    private final boolean bold = Terminal.showsBold();
    private final Cast cast = new Cast();
    /** What the last command of a user came to, by the user's name; empty when it failed. */
    private final Map<String, Optional<SandboxReply>> answers = new ConcurrentHashMap<>();

    private @Nullable SandboxGuild guild;
    private String you = "ada";

    private SandboxConsole(DiscordSandbox discord, PrintStream out) {
        this.discord = discord;
        this.out = out;
    }

    /** Begins to print direct messages; answers of interactions are printed by who runs them here. */
    public static SandboxConsole attach(DiscordSandbox discord, PrintStream out) {
        SandboxConsole console = new SandboxConsole(discord, out);
        discord.onMessage(message -> {
            boolean answersInteraction = message.raw().has("interaction_metadata");
            if (!message.recipient().isEmpty() && !answersInteraction) {
                console.show("Direct message to " + message.recipient(), message);
                console.answers.remove(message.recipient(), Optional.empty()); // it can be pressed now
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
        guild = there;
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
            print("! " + refused.getMessage());
        }
    }

    private void dispatch(String line) {
        String[] words = line.split("\\s+", 2);
        String rest = words.length > 1 ? words[1] : "";
        String word = words[0].toLowerCase(Locale.ROOT);
        switch (word) {
            case "" -> {}
            case "users" -> print(cast.isEmpty() ? "You are " + user() : String.join("\n", cast.lines(you)));
            case "as" -> as(rest);
            case "press" -> press(rest);
            case "dms" -> showMessages(named(word, rest));
            case "close-dms" -> dms(named(word, rest), false);
            case "open-dms" -> dms(named(word, rest), true);
            case "dm" -> runInDm(rest);
            case "problems" -> print(discord.problems().isEmpty() ? "none" : String.join("\n", discord.problems()));
            case "help", "?" -> print(Help.TEXT);
            case "quit", "exit" -> System.exit(0); // hooks close what is open
            default -> {
                if (!word.startsWith("/")) {
                    throw new IllegalArgumentException("Unknown: " + words[0] + "; try help");
                }
                run(TypedCommand.read(line), false);
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
        print("You are " + user());
        if (words.length > 1) {
            dispatch(words[1]);
        }
    }

    private void dms(SandboxUser whose, boolean open) {
        cast.note(whose.name(), DMS_CLOSED, !open);
        print(open ? whose.opensDms() + " takes direct messages" : whose.closesDms() + " takes no direct messages");
    }

    private void showMessages(SandboxUser whose) {
        List<SandboxMessage> messages = whose.directMessages();
        if (messages.isEmpty()) {
            print(whose.name() + " has no direct messages");
        }
        messages.forEach(message -> show("Direct message to " + whose.name(), message));
    }

    private void runInDm(String line) {
        if (line.isEmpty()) {
            throw new IllegalArgumentException("dm needs a command, such as: dm /command");
        }
        if (discord.globalCommands().isEmpty()) {
            answers.put(you, Optional.empty());
            throw new IllegalArgumentException("no command is there in direct messages; run it without dm");
        }
        run(TypedCommand.read(line), true);
    }

    private void run(TypedCommand typed, boolean direct) {
        answers.put(you, Optional.empty());
        try {
            answer(sent(typed, direct), typed.name());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    new CommandHint(commands(direct), cast).on(typed).orElse(refused.getMessage()), refused);
        }
    }

    private SandboxReply sent(TypedCommand typed, boolean direct) {
        if (direct) {
            return user().inDm().runs(typed.name(), typed.options());
        }
        return guild == null
                ? user().runs(typed.name(), typed.options())
                : user().in(guild).runs(typed.name(), typed.options());
    }

    private List<JsonNode> commands(boolean direct) {
        List<JsonNode> commands = new ArrayList<>(discord.globalCommands());
        if (!direct && guild != null) {
            commands.addAll(discord.commands(guild));
        }
        return commands;
    }

    private void press(String label) {
        Optional<SandboxReply> last = answers.get(you);
        if (last != null && last.isEmpty()) {
            throw new IllegalStateException("your last command failed, so there is no button; run it again first");
        }
        Buttons ofAnswer = last == null ? new Buttons(Map.of()) : buttons(last.orElseThrow());
        if (last != null && !ofAnswer.isEmpty()) {
            String button = ofAnswer.meant(label);
            answer(last.orElseThrow().press(button), ofAnswer.label(button));
            return;
        }
        SandboxMessage carrier = user().directMessages().stream()
                .filter(message -> !Buttons.of(List.of(message.raw())).isEmpty())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("no button is there for " + you + " to press"));
        Buttons ofMessage = Buttons.of(List.of(carrier.raw()));
        String button = ofMessage.meant(label);
        answer(user().presses(carrier, button), ofMessage.label(button));
    }

    private static Buttons buttons(SandboxReply reply) {
        List<JsonNode> messages = new ArrayList<>(reply.isDeleted() ? List.of() : List.of(reply.raw()));
        reply.followUps().forEach(message -> messages.add(message.raw()));
        return Buttons.of(messages);
    }

    private void answer(SandboxReply reply, String to) {
        reply.await();
        answers.put(you, Optional.of(reply));
        String seenBy = reply.isEphemeral() ? " (only " + you + " sees this)" : "";
        show("Answer to " + to + seenBy, reply.message());
        reply.followUps().forEach(message -> show("Further answer to " + to, message));
    }

    private void show(String heading, SandboxMessage message) {
        String silent = message.isSilent() ? " (silent)" : "";
        ShownText text = new ShownText(discord::nameOf, discord.now());
        print(MessageBox.of(heading + silent, message.raw(), text, bold).stripTrailing());
    }

    private void print(String text) {
        out.println(text);
        out.flush();
    }
}
