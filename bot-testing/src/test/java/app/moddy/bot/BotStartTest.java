package app.moddy.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotStartTest {
    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.open();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private RunningBot.Builder bot() {
        return scene.bot().plugins(new Window("window"));
    }

    private static StartException.Kind kind(Throwable thrown) {
        return ((StartException) thrown).kind();
    }

    @Test
    void aSecondBotOnTheSameDataIsAFaultOfTheConfigurationAndTheFirstGoesOn() throws Exception {
        try (RunningBot first = bot().data(folder).startWithoutWaiting()) {
            for (int i = 0; i < 2; i++) { // also after a refused one has been closed
                assertThatThrownBy(() -> bot().data(folder).startWithoutWaiting())
                        .isInstanceOf(StartException.class)
                        .hasMessageStartingWith("Another bot uses the data folder " + folder)
                        .extracting(BotStartTest::kind)
                        .isEqualTo(StartException.Kind.CONFIGURATION);
            }
            assertThat(first.backend().get("/internal/nothing").status()).isEqualTo(404);
        }
        try (RunningBot later = bot().data(folder).startWithoutWaiting()) {
            assertThat(later.backend().get("/internal/nothing").status()).isEqualTo(404);
        }
    }

    @Test
    void dataOfANewerVersionIsAFaultOfTheConfiguration() throws Exception {
        bot().data(folder).startWithoutWaiting().close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO migrations SELECT 99, '99', 'of tomorrow', type, 'V99__of_tomorrow.sql',"
                            + " checksum, installed_by, installed_on, 1, 1 FROM migrations WHERE version = '1'");
        }
        assertThatThrownBy(() -> bot().data(folder).startWithoutWaiting())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("the database is of a newer version: its migration 99 is unknown here")
                .hasMessageContaining(folder.toString())
                .extracting(BotStartTest::kind)
                .isEqualTo(StartException.Kind.CONFIGURATION);
    }

    @Test
    void whatIsKeptLiesInTheDataFolderAlone() throws Exception {
        try (RunningBot bot = bot().data(folder).startWithoutWaiting()) {
            assertThat(bot.backend().get("/internal/nothing").status()).isEqualTo(404);
            assertThat(folder).isDirectoryContaining("glob:**/moddy.db");
        }
        assertThat(Files.exists(Path.of("data")))
                .as("data in the working folder")
                .isFalse();
    }

    /** As operators have it: the scene's bots have no pace. */
    private RunningBot.Builder paced(String requestsPerSecond) {
        return RunningBot.on(scene.discord())
                .plugins(new Window("window"))
                .environment("MODDY_REQUESTS_PER_SECOND", requestsPerSecond);
    }

    @Test
    void aPaceThatDiscordForbidsIsWarnedOf() throws Exception {
        try (LogLines log = LogLines.of(Bot.class)) {
            paced("50").startWithoutWaiting().close();
            assertThat(log.containing("requests_per_second")).isEmpty();
            paced("50.5").startWithoutWaiting().close();
            assertThat(log.containing("discord.requests_per_second is 50.5")).hasSize(1);
        }
    }

    @Test
    void thatBotsOfTestsHaveNoPaceIsNotWarnedOf() throws Exception {
        try (LogLines log = LogLines.of(Bot.class)) {
            bot().startWithoutWaiting().close();
            assertThat(log.containing("Serving on port")).hasSize(1);
            assertThat(log.containing("requests_per_second")).isEmpty();
        }
    }
}
