package app.moddy.sandbox;

import app.moddy.sandbox.console.Cast;
import app.moddy.sandbox.console.CommandHint;
import app.moddy.sandbox.console.TypedCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs what is typed with a slash, in the guild or in direct messages. Guarded by the console's lock. */
final class ConsoleCommands {
    private final DiscordSandbox discord;
    private final Cast cast;
    private final ConsoleAnswers answers;

    private @Nullable SandboxGuild guild;

    ConsoleCommands(DiscordSandbox discord, Cast cast, ConsoleAnswers answers) {
        this.discord = discord;
        this.cast = cast;
        this.answers = answers;
    }

    /** In this guild from now on; else it is the only one that the user and the bot are in. */
    void in(SandboxGuild there) {
        guild = there;
    }

    void runInDm(String user, String line) {
        if (line.isEmpty()) {
            throw new IllegalArgumentException("dm needs a command, such as: dm /command");
        }
        if (discord.globalCommands().isEmpty()) {
            answers.fail(user);
            throw new IllegalArgumentException("no command is there in direct messages; run it without dm");
        }
        run(user, TypedCommand.read(line), true);
    }

    void run(String user, TypedCommand typed, boolean direct) {
        answers.fail(user);
        try {
            answers.answer(user, sent(discord.user(user), typed, direct), typed.name());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    new CommandHint(known(direct), cast).on(typed).orElse(refused.getMessage()), refused);
        }
    }

    private SandboxReply sent(SandboxUser user, TypedCommand typed, boolean direct) {
        if (direct) {
            return user.inDm().runs(typed.name(), typed.options());
        }
        return guild == null
                ? user.runs(typed.name(), typed.options())
                : user.in(guild).runs(typed.name(), typed.options());
    }

    private List<JsonNode> known(boolean direct) {
        List<JsonNode> commands = new ArrayList<>(discord.globalCommands());
        if (!direct && guild != null) {
            commands.addAll(discord.commands(guild));
        }
        return commands;
    }
}
