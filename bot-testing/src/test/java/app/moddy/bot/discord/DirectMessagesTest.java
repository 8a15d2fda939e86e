package app.moddy.bot.discord;

import static app.moddy.bot.discord.Talk.LOOK;
import static app.moddy.bot.discord.Talk.OPEN;
import static app.moddy.bot.discord.Talk.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.bot.command.CommandCall;
import app.moddy.bot.command.CommandRules;
import app.moddy.bot.command.Reply;
import app.moddy.bot.command.SlashCommand;
import app.moddy.bot.testing.Eventually;
import app.moddy.bot.testing.Scene;
import app.moddy.bot.testing.Window;
import app.moddy.bot.time.SettableClock;
import app.moddy.sandbox.SandboxChannel;
import app.moddy.sandbox.SandboxFault;
import app.moddy.sandbox.SandboxUser;
import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messenger through the real JDA. */
class DirectMessagesTest {
    private final Window window = new Window("window") {
        @Override
        protected void configure() {
            command(Hello.class);
        }
    };

    static final class Hello implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash("hello", "Says hello");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            return CompletableFuture.completedStage(Reply.text("Hello"));
        }
    }

    @Test
    void aUserKnownFromBeforeARestartCostsOneCall(@TempDir Path data) throws Exception {
        try (Scene scene = Scene.open()) {
            try (Talk talk = Talk.start(scene.bot().data(data), window)) {
                assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            }
            try (Talk talk = Talk.start(scene.bot().data(data), window)) {
                assertThat(talk.reach(scene.bob())).isEqualTo(Reach.KNOWN);
                assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            }
            assertThat(scene.discord().calls(OPEN)).hasSize(1);
            assertThat(scene.bob().directMessages()).hasSize(2);
        }
    }

    @Test
    void closedDmsAreNotTriedAgainUntilTheUserUsesTheBot() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot(), window)) {
            SandboxUser bob = scene.bob().closesDms();
            assertThat(talk.send(bob)).isEqualTo(Delivery.of(DeliveryOutcome.DM_CLOSED, "50007"));
            assertThat(talk.send(bob)).isEqualTo(Delivery.of(DeliveryOutcome.DM_CLOSED, "50007, remembered"));
            assertThat(scene.discord().calls(SEND)).hasSize(1);
            bob.opensDms();
            awaitCommand(scene);
            bob.runs("hello").await();
            assertThat(talk.send(bob).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        }
    }

    private static void awaitCommand(Scene scene) {
        // with core's own: nothing is registered any more
        scene.awaitCommands("hello", "language", "plugins", "reload-templates");
    }

    @Test
    void findsAMessageOfItsOwnInTheDms() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot(), window)) {
            Instant before = Instant.now();
            talk.send(scene.bob());
            String first = Talk.lastRef();
            for (int i = 0; i < 120; i++) { // over a page of a hundred
                talk.send(scene.bob());
            }
            assertThat(talk.search(scene.bob(), first, before).outcome()).isEqualTo(Search.Outcome.FOUND);
            assertThat(scene.discord().calls(LOOK)).hasSize(2);
            assertThat(talk.search(scene.bob(), "1" + first, before).outcome()).isEqualTo(Search.Outcome.NOT_FOUND);
            Instant later = Instant.now().plus(Duration.ofHours(1));
            assertThat(talk.search(scene.bob(), first, later).outcome()).isEqualTo(Search.Outcome.NOT_FOUND);
            assertThat(scene.discord().calls(LOOK)).hasSize(5);
        }
    }

    @Test
    void looksIntoTheDmsOfAUserItNeverWroteTo() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot(), window)) {
            assertThat(talk.search(scene.bob(), "1", Instant.now()).outcome()).isEqualTo(Search.Outcome.NOT_FOUND);
            assertThat(scene.discord().calls(OPEN)).hasSize(1);
        }
    }

    @Test
    void aSearchIsPutOffWhileDiscordIsInTroubleAndGivenUpWhenItRefuses() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot(), window)) {
            talk.send(scene.bob());
            scene.discord().on(LOOK).failNext(SandboxFault.status(500));
            Search later = talk.search(scene.bob(), "1", Instant.now());
            assertThat(later.outcome()).isEqualTo(Search.Outcome.NOT_NOW);
            assertThat(later.retryAfter()).isPositive();
            scene.discord().on(LOOK).failNext(SandboxFault.error(403, 50001, "Missing Access"));
            assertThat(talk.search(scene.bob(), "1", Instant.now()))
                    .isEqualTo(new Search(Search.Outcome.NEVER, "50001", Duration.ZERO));
            assertThat(talk.search(scene.bob().refusesDmChannel(), "1", Instant.now())
                            .outcome())
                    .isEqualTo(Search.Outcome.NOT_FOUND);
            SandboxUser closed =
                    scene.discord().user("closed").joins(scene.guild()).refusesDmChannel();
            assertThat(talk.search(closed, "1", Instant.now()).outcome()).isEqualTo(Search.Outcome.NEVER);
        }
    }

    @Test
    void anAnswerThatCannotBeReadIsAnAnswerAllTheSame() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot().replacing(Timings.sendLimit(Duration.ofMillis(700))), window)) {
            scene.discord().on(OPEN).failNext(SandboxFault.garbage());
            assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.NOT_NOW);
            scene.discord().on(SEND).failNext(SandboxFault.garbage());
            assertThat(talk.send(scene.bob()).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(scene.bob().directMessages()).hasSize(1);
            scene.discord().on(LOOK).failNext(SandboxFault.garbage());
            assertThat(talk.search(scene.bob(), "1", Instant.now()).outcome()).isEqualTo(Search.Outcome.NOT_NOW);
        }
    }

    @Test
    void aRefusalToOpenTheDmCountsWhateverWasLostBefore() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot(), window)) {
            scene.discord().on(OPEN).failNext(SandboxFault.badGateway()); // JDA repeats it
            assertThat(talk.send(scene.bob().refusesDmChannel()))
                    .isEqualTo(Delivery.of(DeliveryOutcome.DM_CLOSED, "50007"));
        }
    }

    @Test
    void requestsOfOthersCountButNoAnswersToInteractions() throws Exception {
        SettableClock clock = new SettableClock();
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(
                        scene.bot().replacing(at(clock)).environment("MODDY_REQUESTS_PER_SECOND", "200"), window)) {
            Messenger messenger = talk.messenger();
            awaitCommand(scene);
            int room = messenger.room(Reach.KNOWN);
            scene.bob().runs("hello").await();
            assertThat(messenger.room(Reach.KNOWN)).isEqualTo(room);
            assertThat(mention(talk, scene.bob(), Snowflake.parse("123456789012345678"))
                            .outcome())
                    .isEqualTo(DeliveryOutcome.REFUSED);
            assertThat(messenger.room(Reach.KNOWN)).as("no request").isEqualTo(room);
            SandboxUser stranger = scene.discord().user("stranger");
            SandboxChannel channel = scene.guild().channel("general");
            assertThat(mention(talk, stranger, channel).outcome()).isEqualTo(DeliveryOutcome.USER_NOT_FOUND);
            assertThat(messenger.room(Reach.KNOWN)).as("a member looked up").isEqualTo(room - 1);
        }
    }

    private static Module at(SettableClock clock) {
        return new AbstractModule() {
            @Override
            protected void configure() {
                bind(Clock.class).toInstance(clock);
            }
        };
    }

    @Test
    void aRefusalThatIsNotDiscordsIsNoRefusal() throws Exception {
        try (Scene scene = Scene.open();
                Talk talk = Talk.start(scene.bot(), window)) {
            for (int status : new int[] {400, 403, 404, 405}) {
                scene.discord().on(SEND).failNext(SandboxFault.page(status));
                assertThat(talk.send(scene.bob())).isEqualTo(Delivery.notNow("HTTP " + status, Duration.ofMinutes(1)));
                scene.discord().on(LOOK).failNext(SandboxFault.page(status));
                assertThat(talk.search(scene.bob(), "1", Instant.now()).outcome())
                        .isEqualTo(Search.Outcome.NOT_NOW);
            }
        }
    }

    @Test
    void mentionsAMemberInAChannelAndNobodyElse() throws Exception {
        Scene scene = Scene.open();
        SandboxChannel channel = scene.guild().channel("notices");
        try (scene;
                Talk talk = Talk.start(scene.bot(), window)) {
            assertThat(mention(talk, scene.bob(), channel).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
            assertThat(scene.guild().messages(channel).get(0).content())
                    .isEqualTo("<@" + scene.bob().id() + "> you have a notice @everyone");
            var mentions = scene.discord().calls(SEND).get(0).json().path("allowed_mentions");
            assertThat(mentions.path("parse")).isEmpty();
            assertThat(mentions.path("users")).hasSize(1);

            SandboxUser stranger = scene.discord().user("stranger");
            assertThat(mention(talk, stranger, channel))
                    .isEqualTo(Delivery.of(DeliveryOutcome.USER_NOT_FOUND, "no member"));
            Snowflake nowhere = Snowflake.parse("123456789012345678");
            assertThat(mention(talk, scene.bob(), nowhere))
                    .isEqualTo(Delivery.of(DeliveryOutcome.REFUSED, "unknown channel"));

            scene.discord().gateway().refuseConnections(true);
            scene.discord().gateway().drop();
            Eventually.isTrue("it has noticed", () -> talk.status().gateway() == DiscordStatus.Gateway.RECONNECTING);
            assertThat(mention(talk, scene.bob(), nowhere).outcome())
                    .as("it may be one that will be known again")
                    .isEqualTo(DeliveryOutcome.NOT_NOW);
            assertThat(mention(talk, scene.bob(), channel).outcome()).isEqualTo(DeliveryOutcome.DELIVERED);
        }
    }

    private static Delivery mention(Talk talk, SandboxUser user, SandboxChannel channel) throws Exception {
        return mention(talk, user, Snowflake.parse(channel.id()));
    }

    private static Delivery mention(Talk talk, SandboxUser user, Snowflake channel) throws Exception {
        return talk.messenger()
                .mention(new Mention(
                        Talk.id(user),
                        channel,
                        "you have a notice @everyone",
                        Long.toString(System.nanoTime()),
                        () -> true))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatDiscordHasNotAnsweredWhenTheBotStopsIsUncertainAndNothingElseBegins() throws Exception {
        try (Scene scene = Scene.open()) {
            CompletableFuture<Delivery> hanging;
            CompletableFuture<Boolean> wasDoneWhenRoomEnded;
            Instant begin;
            try (Talk talk = Talk.start(scene.bot(), window)) {
                talk.send(scene.bob());
                scene.discord().on(SEND).failAlways(SandboxFault.hang());
                hanging = talk.begin(scene.bob(), Reach.KNOWN);
                Eventually.isTrue("it is out", () -> scene.discord().calls(SEND).size() == 2);
                begin = Instant.now();
                wasDoneWhenRoomEnded = CompletableFuture.supplyAsync(() -> {
                    Eventually.isTrue("nothing begins", () -> talk.messenger().room(Reach.KNOWN) == 0);
                    return hanging.isDone();
                });
            }
            assertThat(hanging)
                    .isCompletedWithValueMatching(delivery -> delivery.outcome() == DeliveryOutcome.UNCERTAIN);
            assertThat(wasDoneWhenRoomEnded.get(1, TimeUnit.SECONDS)).isFalse();
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }
}
