package app.moddy.bot.command;

import com.google.inject.AbstractModule;

/** Wires the package. Core only. Needs {@link StaffSettings}, {@link app.moddy.bot.user.UserLanguages} and a {@link java.time.Clock}. */
public final class CommandModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(CommandDispatcher.class);
        bind(Staff.class);
    }
}
