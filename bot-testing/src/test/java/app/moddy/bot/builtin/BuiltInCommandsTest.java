package app.moddy.bot.builtin;

import app.moddy.bot.testing.EachCommand;
import app.moddy.bot.testing.UsedCommand;
import java.util.List;
import java.util.Map;

/** Core's own commands, as each. */
class BuiltInCommandsTest extends EachCommand {
    @Override
    protected List<UsedCommand> commands() {
        return List.of(
                UsedCommand.ofStaff("plugins", Map.of(), "plugins run.", replies),
                UsedCommand.ofStaff("reload-templates", Map.of(), "Nothing has changed since", replies),
                UsedCommand.ofEveryone("language", Map.of(), "The bot finds your language by itself", replies),
                UsedCommand.ofEveryone("language", Map.of("language", "automatic"), "From now on", store));
    }
}
