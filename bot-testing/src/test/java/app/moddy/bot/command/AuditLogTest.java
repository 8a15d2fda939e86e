package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.LogLines;
import app.moddy.bot.testing.RunningBot;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.bot.time.SettableClock;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxMessage;
import com.google.inject.AbstractModule;
import com.google.inject.Module;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept and told of what staff do. */
class AuditLogTest {
    private static final String SEND = "POST /channels/{channel_id}/messages";

    @TempDir
    private Path folder;

    private final Scene scene = Scene.open();
    private final SandboxChannel channel = scene.guild().channel("audit");

    /** Does nothing, and says that it did. */
    private static final class Deed implements SlashCommand {
        private final AuditLog audit;

        @Inject
        Deed(AuditLog audit) {
            this.audit = audit;
        }

        @Override
        public SlashCommandData data() {
            return Commands.slash("deed", "Does it").addOption(OptionType.STRING, "what", "What", true);
        }

        @Override
        public CommandRules rules() {
            return CommandRules.staff();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            if (call.text("what").orElseThrow().startsWith("looked")) {
                audit.lookedAt(call, call.text("what").orElseThrow(), call.caller());
                return CompletableFuture.completedStage(Reply.text("seen"));
            }
            audit.record(call, call.text("what").orElseThrow());
            return CompletableFuture.completedStage(Reply.text("done"));
        }
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private RunningBot.Builder bot() {
        return scene.bot().data(folder).plugins(new Window("deeds") {
            @Override
            protected void configure() {
                command(Deed.class);
            }
        });
    }

    private String deed(String what) {
        scene.awaitCommands("deed");
        return scene.ada()
                .in(scene.guild())
                .runs("/deed", Map.of("what", what))
                .await()
                .content();
    }

    private List<Tuple> rows() {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"));
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, caller, command, what FROM audit ORDER BY id")) {
            List<Tuple> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(tuple(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isInTheStoreAndInItsChannelWhereNobodyIsMentioned() throws Exception {
        try (RunningBot bot =
                bot().environment("MODDY_AUDIT_CHANNEL", channel.id()).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(deed("sent a test")).isEqualTo("done");
            assertThat(deed("sent another")).isEqualTo("done");
            Eventually.isTrue("two rows", () -> rows().size() == 2);
            assertThat(rows())
                    .containsExactly(
                            tuple(1L, scene.ada().idAsLong(), "/deed", "sent a test"),
                            tuple(2L, scene.ada().idAsLong(), "/deed", "sent another"));
            Eventually.isTrue(
                    "two messages", () -> scene.guild().messages(channel).size() == 2);
            assertThat(scene.guild().messages(channel))
                    .extracting(SandboxMessage::content)
                    .first()
                    .isEqualTo("<@" + scene.ada().id() + "> · `/deed` · sent a test");
            assertThat(scene.discord().calls(SEND))
                    .allSatisfy(call -> assertThat(call.json().at("/allowed_mentions/parse"))
                            .isEmpty());
        }
    }

    @Test
    void whatWasOnlyLookedAtIsKeptAndNotTold() throws Exception {
        try (RunningBot bot =
                bot().environment("MODDY_AUDIT_CHANNEL", channel.id()).start()) {
            assertThat(bot.wasRefused()).isFalse();
            assertThat(deed("looked at it")).isEqualTo("seen");
            assertThat(deed("did it")).isEqualTo("done");
            Eventually.isTrue("two rows", () -> rows().size() == 2);
            assertThat(rows())
                    .extracting(row -> row.toList().get(3))
                    .containsExactly("looked at it, user " + scene.ada().id(), "did it");
            Eventually.isTrue("told", () -> !scene.guild().messages(channel).isEmpty());
            assertThat(scene.guild().messages(channel))
                    .singleElement()
                    .satisfies(message -> assertThat(message.content()).endsWith("did it"));
        }
    }

    @Test
    void needsNoChannelAndForgetsAfterAYear() throws Exception {
        SettableClock clock = new SettableClock();
        clock.advance(Duration.between(clock.instant(), Clock.systemUTC().instant()));
        AbstractModule time = new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(clock);
            }
        };
        try (RunningBot bot = bot().replacing(time).start()) {
            assertThat(bot.wasRefused()).isFalse();
            deed("old");
            Eventually.isTrue("one row", () -> rows().size() == 1);
            clock.advance(Duration.ofDays(365));
            deed("new");
            Eventually.isTrue("two rows", () -> rows().size() == 2);
            assertThat(scene.discord().calls(SEND)).isEmpty();
        }
        clock.advance(Duration.ofSeconds(1));
        try (RunningBot bot = bot().replacing(time).replacing(soon()).start()) {
            assertThat(bot.wasRefused()).isFalse();
            Eventually.isTrue("one row", () -> rows().size() == 1);
            assertThat(rows()).extracting(row -> row.toList().get(3)).containsExactly("new");
        }
    }

    /** Cleans at once. */
    private static Module soon() {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(CommandModule.Cleaning.class).toInstance(new CommandModule.Cleaning(Duration.ofSeconds(1)));
            }
        };
    }

    @Test
    void aLineThatCannotBeKeptOrIsNoLineIsAnErrorOnce() throws Exception {
        try (RunningBot bot = bot().start();
                LogLines log = LogLines.of(StoredAuditLog.class);
                LogLines failures = LogLines.of(CommandDispatcher.class)) {
            assertThat(bot.wasRefused()).isFalse();
            execute("DROP TABLE audit");
            assertThat(deed("lost deed")).isEqualTo("done");
            Eventually.isTrue(
                    "logged", () -> log.containing("Not in the audit log").size() == 1);
            assertThat(deed("x".repeat(201))).startsWith("Something went wrong");
            assertThat(failures.containing("/deed failed")).hasSize(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("moddy.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
