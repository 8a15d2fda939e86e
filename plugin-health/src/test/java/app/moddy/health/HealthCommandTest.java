package app.moddy.health;

import app.moddy.bot.testing.EachCommand;
import app.moddy.bot.testing.UsedCommand;
import java.util.List;
import java.util.Map;

/** {@code /health}, as each command. */
class HealthCommandTest extends EachCommand {
    @Override
    protected List<UsedCommand> commands() {
        return List.of(UsedCommand.ofStaff("health", Map.of(), "Gateway", replies));
    }
}
