package app.moddy.bot.plugin;

import static app.moddy.bot.testing.BotAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.discord.Messenger;
import app.moddy.bot.discord.Snowflake;
import app.moddy.bot.http.ApiRequest;
import app.moddy.bot.http.ApiResponse;
import app.moddy.bot.http.Endpoint;
import app.moddy.bot.http.Route;
import app.moddy.bot.testing.BotExtension;
import app.moddy.bot.testing.Eventually;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plugin that blocks where core has called it back: it stops itself and nobody else, and staff see it. */
class HangingPluginTest {
    private static final CountDownLatch FREE = new CountDownLatch(1);
    private static final AtomicInteger HANGING = new AtomicInteger();
    private static final AtomicInteger NONCES = new AtomicInteger();

    @RegisterExtension
    private final BotExtension bot = BotExtension.create().plugins(StuckPlugin::new, WellPlugin::new);

    private static void hang() {
        HANGING.incrementAndGet();
        try {
            FREE.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a message, and then hangs. */
    static final class StuckPlugin extends BotPlugin {
        @Override
        public String name() {
            return "stuck";
        }

        @Override
        protected void configure() {
            route(StuckRoute.class);
            command(StuckCommand.class);
        }
    }

    record StuckRoute(Messenger messenger) implements Route {
        @Inject
        StuckRoute {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.post("/internal/stuck");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return send(messenger, request).thenApply(sent -> {
                hang();
                return sent;
            });
        }
    }

    record StuckCommand(Messenger messenger) implements SlashCommand {
        @Inject
        StuckCommand {}

        @Override
        public SlashCommandData data() {
            return Commands.slash("stuck", "Hangs once it is answered");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("yes").whenTaken(HangingPluginTest::hang));
        }
    }

    /** Sends a message. */
    static final class WellPlugin extends BotPlugin {
        @Override
        public String name() {
            return "well";
        }

        @Override
        protected void configure() {
            route(WellRoute.class);
        }
    }

    record WellRoute(Messenger messenger) implements Route {
        @Inject
        WellRoute {}

        @Override
        public Endpoint endpoint() {
            return Endpoint.post("/internal/well");
        }

        @Override
        public CompletionStage<ApiResponse> handle(ApiRequest request) {
            return send(messenger, request);
        }
    }

    private static CompletionStage<ApiResponse> send(Messenger messenger, ApiRequest request) {
        Snowflake user =
                new Snowflake(Long.parseLong(String.valueOf(request.body().get("user"))));
        return messenger
                .sendDirect(user, MessageCreateData.fromContent("hello"), "n" + NONCES.incrementAndGet())
                .thenApply(
                        sent -> ApiResponse.ok(Map.of("outcome", sent.outcome().name())));
    }

    @AfterEach
    void release() {
        FREE.countDown();
    }

    private String body() {
        return "{\"user\": \"" + bot.bob().id() + "\"}";
    }

    @Test
    void othersAreServedAndStaffSeeWhichOneHangs() {
        for (int i = 0; i < 3; i++) {
            var unused = CompletableFuture.supplyAsync(
                    () -> bot.backend().post("/internal/stuck", body()), task -> new Thread(task).start());
        }
        bot.bob().in(bot.guild()).runs("/stuck").await();
        Eventually.isTrue("all four hang", () -> HANGING.get() == 4);
        for (int i = 0; i < 5; i++) {
            assertThat(bot.backend().post("/internal/well", body()))
                    .hasStatus(200)
                    .hasValue("/outcome", "DELIVERED");
        }
        Eventually.isTrue(
                "staff see it",
                () -> bot.ada()
                        .in(bot.guild())
                        .runs("/plugins")
                        .await()
                        .raw()
                        .toString()
                        .contains("hangs: 4 of its 4 threads have been busy for over 10 s"));
        assertThat(bot.service(Plugins.class).all())
                .extracting(PluginStatus::name, status -> status.reason().isEmpty())
                .contains(org.assertj.core.groups.Tuple.tuple("well", true));
    }
}
