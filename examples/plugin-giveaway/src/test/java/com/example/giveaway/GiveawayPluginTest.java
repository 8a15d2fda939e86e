package com.example.giveaway;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static app.moddy.bot.testing.BotAssertions.assertThatTextsAreSound;

import app.moddy.bot.testing.BotExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GiveawayPluginTest {
    @RegisterExtension
    static final BotExtension bot = BotExtension.create().section("giveaway", "{prize: a cup}");

    @Test
    void everyTextIsSoundWhateverCallersSend() {
        assertThatTextsAreSound(new GiveawayPlugin(), "{prize: a cup}");
    }

    @Test
    void theWinnerIsToldInTheirLanguage() {
        assertThat(bot.backend().notify(bot.bob(), "giveaway_won", Map.of("prize", "5 €", "locale", "fr")))
                .hasStatus(200)
                .hasOutcome("delivered")
                .hasWarnings();
        assertThat(bot.bob()).nextDirectMessage().embed().hasTitle("🎁 Vous avez gagné\u00a0: 5 €\u00a0!");
    }

    @Test
    void withoutAPrizeTheNewsAreTheSameAndTheCallerIsWarned() {
        assertThat(bot.backend().notify(bot.ada(), "giveaway_won")).hasOutcome("delivered").hasWarnings("metadata.prize");
        assertThat(bot.ada()).nextDirectMessage().embed().hasTitle("🎁 You have won!");
    }

    @Test
    void theRouteAndTheCommandTellWhatCanBeWon() {
        assertThat(bot.backend().get("/internal/giveaway")).hasStatus(200).hasValue("/prize", "a cup");
        assertThat(bot.bob().in(bot.guild()).runs("/giveaway")).isEphemeral().says("🎁 a cup");
    }
}
