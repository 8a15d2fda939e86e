package app.moddy.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import app.moddy.bot.testing.tea.TeaPlugin;
import java.io.IOException;
import java.net.HttpURLConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the kit finds fails the test that it happens in. */
class IllTestsTest {
    private static Events run(Class<?> ill) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("app.moddy.bot.testing.ill", "true")
                .selectors(selectClass(ill))
                .execute()
                .testEvents();
    }

    private static void break_(BotExtension bot) throws IOException {
        HttpURLConnection nonsense = (HttpURLConnection)
                bot.discord().apiUrl().resolve("nonsense").toURL().openConnection();
        assertThat(nonsense.getResponseCode()).isEqualTo(404);
    }

    static class EachWithItsOwn {
        @RegisterExtension
        private final BotExtension bot = BotExtension.with().startedByTest();

        @Test
        void violates() throws Exception {
            break_(bot);
        }

        @Test
        void doesNot() {
            bot.guild();
        }
    }

    static class AllWithOne {
        @RegisterExtension
        private static final BotExtension BOT = BotExtension.with().startedByTest();

        @Test
        void violates() throws Exception {
            break_(BOT);
        }

        @Test
        void doesNot() {
            BOT.guild();
        }
    }

    static class WithoutSettings {
        @RegisterExtension
        private final BotExtension bot = BotExtension.with(TeaPlugin::new);

        @Test
        void neverRuns() {
            bot.guild();
        }
    }

    static class WrongSettings {
        @RegisterExtension
        private final BotExtension bot = BotExtension.with(TeaPlugin::new).environment("INTERNAL_PORT", "many");

        @Test
        void neverRuns() {
            bot.guild();
        }
    }

    @Test
    void aViolationOfDiscordsSchemaFailsTheTestThatItHappensInAndNoOther() {
        for (Class<?> ill : new Class<?>[] {EachWithItsOwn.class, AllWithOne.class}) {
            run(ill).assertStatistics(tests -> tests.started(2).succeeded(1).failed(1))
                    .assertThatEvents()
                    .haveExactly(
                            1, finishedWithFailure(message(text -> text.contains("Unknown route: GET /nonsense"))));
        }
    }

    @Test
    void aPluginThatDoesNotRunFailsTheTestWithItsReason() {
        run(WithoutSettings.class)
                .assertStatistics(tests -> tests.failed(1))
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(text -> text.contains("tea: ") && text.contains("kind"))));
    }

    @Test
    void aBotThatDoesNotStartFailsTheTestWithItsReason() {
        run(WrongSettings.class)
                .assertStatistics(tests -> tests.failed(1))
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(text -> text.contains("The bot does not start"))));
    }
}
