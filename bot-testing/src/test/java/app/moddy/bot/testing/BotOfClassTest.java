package app.moddy.bot.testing;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.testing.tea.TeaPlugin;
import app.moddy.sandbox.DiscordSandbox;
import app.moddy.sandbox.SandboxFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One bot for all tests of a class, nested ones too. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BotOfClassTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";

    @RegisterExtension
    private static final BotExtension BOT =
            BotExtension.create().plugins(TeaPlugin::new).section("tea", "{kind: Assam}");

    private static @Nullable DiscordSandbox first;

    @Test
    @Order(1)
    void aTestLeavesThingsBehind() {
        first = BOT.discord();
        BOT.on(SEND).failNext(SandboxFault.status(500));
        BOT.stop();
    }

    @Test
    @Order(2)
    void theNextFindsThemButForTheFaultsAndARunningBot() {
        assertThat(BOT.discord()).isSameAs(first);
        assertThat(BOT.discord().on(SEND).planned()).isZero();
        assertThat(BOT.ada().runs("/tea")).contains("Assam");
    }

    @Nested
    class Inner {
        @Test
        void nestedTestsHaveTheSameOne() {
            assertThat(BOT.discord()).isSameAs(first);
        }
    }

    @Nested
    class Other {
        @Test
        void alsoAfterOtherNestedOnes() {
            assertThat(BOT.discord()).isSameAs(first);
            assertThat(BOT.backend().get("/internal/tea")).hasStatus(200);
        }
    }
}
