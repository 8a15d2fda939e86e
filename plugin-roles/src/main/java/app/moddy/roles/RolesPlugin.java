package app.moddy.roles;

import app.moddy.bot.plugin.BotPlugin;
import jakarta.inject.Singleton;

/** Gives members the roles of their plan: {@code POST /internal/roles/update}, {@code /roles-sync} and {@code /roles-check}. */
public final class RolesPlugin extends BotPlugin {
    @Override
    public String name() {
        return "roles";
    }

    @Override
    protected void configure() {
        settings(RoleSettings.class);
        bind(PlanRoles.class);
        bind(GuildChoice.class);
        bind(RoleUpdateParser.class);
        bind(RoleAnswer.class);
        bind(RoleUpdater.class).in(Singleton.class);
        route(RoleUpdateRoute.class);
        command(RolesSyncCommand.class);
        command(RolesCheckCommand.class);
        health(GuildDetail.class);
    }
}
