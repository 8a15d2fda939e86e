package app.moddy.sandbox;

import app.moddy.sandbox.console.MessageBox;
import app.moddy.sandbox.console.ShownText;
import app.moddy.sandbox.console.Terminal;
import java.io.PrintStream;

/** Where the console writes: lines, and messages as boxes. Thread-safe. */
final class ConsoleScreen {
    private final DiscordSandbox discord;
    private final PrintStream out;
    private final boolean bold = Terminal.showsBold();

    ConsoleScreen(DiscordSandbox discord, PrintStream out) {
        this.discord = discord;
        this.out = out;
    }

    void show(String heading, SandboxMessage message) {
        String silent = message.isSilent() ? " (silent)" : "";
        ShownText text = new ShownText(discord::nameOf, discord.now());
        print(MessageBox.of(heading + silent, message.raw(), text, bold).stripTrailing());
    }

    void print(String text) {
        out.println(text);
        out.flush();
    }
}
