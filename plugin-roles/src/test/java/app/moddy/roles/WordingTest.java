package app.moddy.roles;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.TemplateGate;
import org.junit.jupiter.api.Test;

/** All that the plugin says is fit to be sent, in every language. */
class WordingTest {
    @Test
    void everyTextIsSound() {
        assertThat(TemplateGate.faultsOf(new RolesPlugin())).isEmpty();
    }
}
