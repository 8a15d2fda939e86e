package app.moddy.roles;

import static app.moddy.bot.testing.BotAssertions.assertThatTextsAreSound;

import org.junit.jupiter.api.Test;

/** All that the plugin says is fit to be sent, in every language. */
class WordingTest {
    @Test
    void everyTextIsSound() {
        assertThatTextsAreSound(new RolesPlugin());
    }
}
