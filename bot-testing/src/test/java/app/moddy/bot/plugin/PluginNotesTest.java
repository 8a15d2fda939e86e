package app.moddy.bot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.CallerNote;
import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.Test;

/** What a plugin has to tell callers reaches those of every plugin's commands. */
class PluginNotesTest {
    private static final class Hello implements SlashCommand {
        @Inject
        Hello() {}

        @Override
        public SlashCommandData data() {
            return Commands.slash("hello", "Answers");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("hello"));
        }
    }

    private static final class Waiting implements CallerNote {
        @Inject
        Waiting() {}

        @Override
        public CompletionStage<Optional<String>> noteFor(Snowflake caller, DiscordLocale language) {
            return CompletableFuture.completedStage(Optional.of("something waits for <@" + caller + ">"));
        }
    }

    @Test
    void aNoteStandsBelowTheReplyOfAnotherPluginsCommand() throws Exception {
        Window commands = new Window("commands") {
            @Override
            protected void configure() {
                command(Hello.class);
            }
        };
        Window notes = new Window("notes") {
            @Override
            protected void configure() {
                note(Waiting.class);
            }
        };
        try (Scene scene = Scene.open();
                RunningBot bot = scene.bot().plugins(commands, notes).start()) {
            assertThat(bot.wasRefused()).isFalse();
            scene.awaitCommands("hello");
            assertThat(scene.bob().inDm().runs("/hello").await().content())
                    .isEqualTo("hello\n\nsomething waits for <@" + scene.bob().id() + ">");
        }
    }
}
