package app.moddy.bot.greeting;

import app.moddy.bot.message.MessageTemplates;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.plugin.BotPlugin;
import com.google.inject.Injector;
import java.util.Map;
import java.util.Objects;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import org.jspecify.annotations.Nullable;

/** Has one action, in English. */
final class GreetingPlugin extends BotPlugin {
    record Greeted(@Nullable String name) {}

    private volatile @Nullable MessageTemplates templates;

    @Override
    public String name() {
        return "greeting";
    }

    @Override
    protected void configure() {
        action(new UserAction<>("greeted", Greeted.class));
    }

    @Override
    public void start(Injector injector) {
        templates = injector.getInstance(MessageTemplates.class);
    }

    boolean isStarted() {
        return templates != null;
    }

    MessageTemplates templates() {
        return Objects.requireNonNull(templates, "not started");
    }

    String titleIn(DiscordLocale language) {
        return String.valueOf(templates()
                .render(templates().notice("greeted", null, Map.of()).withLanguage(language), "1")
                .embed()
                .getTitle());
    }
}
