package app.moddy.bot.builtin;

import app.moddy.bot.command.SlashCommand;
import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;

/** Wires the package: one line for each command. Core only. Needs the other packages' services. */
public final class BuiltInModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<SlashCommand> commands = Multibinder.newSetBinder(binder(), SlashCommand.class);
        commands.addBinding().to(PluginsCommand.class);
        bind(PluginsCommand.class);
        commands.addBinding().to(LanguageCommand.class);
        bind(LanguageCommand.class);
        commands.addBinding().to(ReloadTemplatesCommand.class);
        bind(ReloadTemplatesCommand.class);
    }
}
