package app.moddy.roles;

import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.EachCommand;
import app.moddy.bot.testing.UsedCommand;
import java.util.List;
import java.util.Map;

/** The plugin's commands, as each. */
class EachRolesCommandTest extends EachCommand {
    EachRolesCommandTest() {
        super(BotExtension.create().section("roles", "{plans: {free: []}}"));
    }

    @Override
    protected List<UsedCommand> commands() {
        return List.of(
                UsedCommand.ofStaff(
                        "roles-sync", Map.of("user", bot.bob(), "plan", "free"), "Nothing was changed.", replies),
                UsedCommand.ofStaff("roles-check", Map.of("user", bot.bob()), "has the roles of", replies));
    }
}
