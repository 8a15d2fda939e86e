package app.moddy.benchmarks.rendering;

import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.plugin.BotPlugin;
import com.google.inject.Injector;
import java.util.concurrent.CompletableFuture;

/** Gets at the templates as every plugin does. */
public final class RenderingPlugin extends BotPlugin {
    static final CompletableFuture<MessageTemplates> TEMPLATES = new CompletableFuture<>();

    @Override
    public String name() {
        return "rendering";
    }

    @Override
    public void start(Injector injector) {
        TEMPLATES.complete(injector.getInstance(MessageTemplates.class));
    }
}
