package app.moddy.bot.message;

import com.google.inject.AbstractModule;

/** Binds {@link OperatorTemplates}. Core only. Needs {@link MessageModule} and a {@link app.moddy.bot.time.Timer}. */
public final class OperatorModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(FolderWatch.class);
        bind(OperatorTemplates.class).to(FolderWatch.class);
    }
}
