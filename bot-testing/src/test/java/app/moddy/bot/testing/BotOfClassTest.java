package app.moddy.bot.testing;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.tea.TeaPlugin;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One bot for all tests of a class, nested ones too. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BotOfClassTest {
    private static final String ME = "GET /users/@me";

    @RegisterExtension
    private static final BotExtension BOT = BotExtension.with(TeaPlugin::new).section("tea", "{kind: Assam}");

    @Test
    @Order(1)
    void aTestLeavesThingsBehind() {
        BOT.guild().role("Left behind");
        BOT.on(ME).failNext(SandboxFault.status(500));
        BOT.stop();
    }

    @Test
    @Order(2)
    void theNextFindsThemButForTheFaultsAndARunningBot() {
        assertThat(BOT.discord().on(ME).planned()).isZero();
        assertThat(BOT.backend().get("/internal/tea")).hasStatus(200);
    }

    @Nested
    class Inner {
        @Test
        void nestedTestsHaveTheSameOne() {
            SandboxUser eve = BOT.member("eve", BOT.guild().role("Left behind"));
            assertThat(eve.runs("/tea")).refuses();
        }
    }

    @Test
    @Order(3)
    void andItRunsAfterThem() {
        assertThat(BOT.ada().runs("/tea")).contains("Assam");
    }
}
