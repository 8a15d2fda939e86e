package app.moddy.bot.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import app.moddy.bot.testing.tea.TeaPlugin;
import java.io.IOException;
import java.net.HttpURLConnection;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What the kit finds fails the test that it happens in. */
class IllTestsTest {
    private static final String ON_PURPOSE = "fails on purpose: run by this class only";

    private static Events run(Class<?> ill) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition")
                .selectors(selectClass(ill))
                .execute()
                .testEvents();
    }

    private static void violate(BotExtension bot) throws IOException {
        HttpURLConnection nonsense = (HttpURLConnection)
                bot.discord().apiUrl().resolve("nonsense").toURL().openConnection();
        assertThat(nonsense.getResponseCode()).isEqualTo(404);
    }

    @Disabled(ON_PURPOSE)
    static class EachWithItsOwn {
        @RegisterExtension
        private final BotExtension bot = BotExtension.create().startedByTest();

        @Test
        void violates() throws Exception {
            violate(bot);
        }

        @Test
        void doesNot() {
            bot.guild();
        }
    }

    @Disabled(ON_PURPOSE)
    static class AllWithOne {
        @RegisterExtension
        private static final BotExtension BOT = BotExtension.create().startedByTest();

        @Test
        void violates() throws Exception {
            violate(BOT);
        }

        @Test
        void doesNot() {
            BOT.guild();
        }
    }

    @Disabled(ON_PURPOSE)
    static class WithoutSettings {
        @RegisterExtension
        private final BotExtension bot = BotExtension.create().plugins(TeaPlugin::new);

        @Test
        void neverRuns() {
            bot.guild();
        }
    }

    @Disabled(ON_PURPOSE)
    static class SettingsOfNobody {
        @RegisterExtension
        private final BotExtension bot = BotExtension.create()
                .plugins(TeaPlugin::new)
                .section("tea", "{kind: Assam}")
                .section("coffee", "{kind: Arabica}");

        @Test
        void neverRuns() {
            bot.guild();
        }
    }

    @Disabled(ON_PURPOSE)
    static class WrongSettings {
        @RegisterExtension
        private final BotExtension bot =
                BotExtension.create().plugins(TeaPlugin::new).environment("INTERNAL_PORT", "many");

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
    void aSectionForAPluginThatIsNotThereFailsTheTestAndNamesThoseThatAre() {
        run(SettingsOfNobody.class)
                .assertStatistics(tests -> tests.failed(1))
                .assertThatEvents()
                .haveExactly(
                        1,
                        finishedWithFailure(message(text ->
                                text.contains("There is no plugin 'coffee'") && text.endsWith("there are: [tea]"))));
    }

    @Test
    void aBotThatDoesNotStartFailsTheTestWithItsReason() {
        run(WrongSettings.class)
                .assertStatistics(tests -> tests.failed(1))
                .assertThatEvents()
                .haveExactly(1, finishedWithFailure(message(text -> text.contains("The bot does not start"))));
    }
}
