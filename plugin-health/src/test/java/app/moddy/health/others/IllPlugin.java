package app.moddy.health.others;

import app.moddy.bot.plugin.BotPlugin;
import com.google.inject.Injector;

/** One that does not start. */
public final class IllPlugin extends BotPlugin {
    @Override
    public String name() {
        return "ill";
    }

    @Override
    public void start(Injector injector) {
        throw new IllegalStateException("broken");
    }
}
