package app.moddy.health;

import app.moddy.bot.testing.EachCommand;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.UsedCommand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@code /health}, as each command. */
class HealthCommandTest extends EachCommand {
    private final Scene scene = Scene.open();
    private RunningBot bot;

    @BeforeAll
    void start() throws Exception {
        bot = scene.bot().replacing(store).replacing(replies).start();
        scene.guild().awaitCommand("health");
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
        return List.of(UsedCommand.ofStaff("health", Map.of(), "Gateway", replies));
    }
}
