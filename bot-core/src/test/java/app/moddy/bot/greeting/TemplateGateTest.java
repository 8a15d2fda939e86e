package app.moddy.bot.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.TemplateGate;
import app.moddy.bot.message.UserAction;
import app.moddy.bot.plugin.BotPlugin;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The gate, as a plugin's own test uses it. */
class TemplateGateTest {
    /** Its metadata lack what the template names. */
    static final class Unfit extends BotPlugin {
        record Settings(@NotBlank String prize) {}

        record Greeted(@Nullable Long count) {}

        @Override
        public String name() {
            return "unfit";
        }

        @Override
        protected void configure() {
            settings(Settings.class);
            action(new UserAction<>("greeted", Greeted.class));
        }
    }

    @Test
    void findsNothingInAPluginWhoseTextsAreSoundAndStartsNothing() {
        GreetingPlugin plugin = new GreetingPlugin();
        assertThat(TemplateGate.faultsOf(plugin)).isEmpty();
        assertThat(plugin.isStarted()).isFalse();
    }

    @Test
    void findsFaultsOfTheFiles() {
        assertThat(TemplateGate.faultsOf(new Unfit(), "{prize: a cup}"))
                .singleElement()
                .asString()
                .startsWith("plugin unfit: templates of plugin 'unfit':")
                .contains("templates/en-US.yml:4: greeted.title: unknown variable 'name'");
    }

    @Test
    void saysThatAPluginNeedsSettings() {
        assertThat(TemplateGate.faultsOf(new Unfit())).containsExactly("plugin unfit: plugins.unfit.prize: is missing");
    }
}
