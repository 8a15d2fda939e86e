package app.moddy.bot.builtin;

import app.moddy.bot.testing.EachCommand;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.UsedCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Core's own commands, as each. */
class BuiltInCommandsTest extends EachCommand {
    private final Scene scene = Scene.open();
    private RunningBot bot;

    @BeforeAll
    void start() throws Exception {
        bot = scene.bot().replacing(store).replacing(replies).start();
        scene.awaitCommands("plugins", "reload-templates", "language");
    }

    @AfterAll
    void stop() {
        bot.close();
        scene.close();
    }

    @Override
    protected Scene scene() {
        return scene;
    }

    @Override
    protected List<UsedCommand> commands() {
        return List.of(
                UsedCommand.ofStaff("plugins", Map.of(), "plugins run.", replies),
                UsedCommand.ofStaff("reload-templates", Map.of(), "Nothing has changed since", replies),
                UsedCommand.ofEveryone("language", Map.of(), "The bot finds your language by itself", replies),
                UsedCommand.ofEveryone("language", Map.of("language", "automatic"), "From now on", store));
    }
}
