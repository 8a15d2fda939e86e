package app.moddy.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moddy.bot.testing.LogLines;
import app.moddy.sandbox.SandboxAttachment;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.junit.jupiter.api.Test;

/** Options of every type, as a command reads them. */
class OptionsTest {
    /** Says what it was given. */
    private static final class Echo implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash("echo", "Repeats")
                    .addOptions(Stream.of(OptionType.values())
                            .filter(type -> type.getKey() > OptionType.SUB_COMMAND_GROUP.getKey())
                            .map(type -> new OptionData(type, type.name().toLowerCase(Locale.ROOT), "Of " + type))
                            .map(option ->
                                    option.getType() == OptionType.INTEGER ? option.setRequiredRange(1, 9) : option)
                            .toList());
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            Map<String, Object> read = new LinkedHashMap<>();
            read.put("text", call.text("string").orElse("-"));
            read.put("integer", call.integer("integer").orElse(-1L));
            read.put("number", call.number("number").orElse(-1.0));
            read.put("flag", call.flag("boolean").orElse(false));
            read.put("user", call.user("user").map(user -> user.getName()).orElse("-"));
            read.put("member", call.member("user").isPresent());
            read.put("role", call.role("role").map(role -> role.getName()).orElse("-"));
            read.put(
                    "channel",
                    call.channel("channel").map(channel -> channel.getName()).orElse("-"));
            read.put("mentionable", call.mentionable("mentionable").isPresent());
            read.put(
                    "attachment",
                    call.attachment("attachment").map(Attachment::getFileName).orElse("-"));
            read.put("guild", call.guild().map(guild -> guild.getName()).orElse("-"));
            read.put("caller is a member", call.member().isPresent());
            return CompletableFuture.completedStage(Reply.text(read.toString()));
        }
    }

    @Test
    void everyTypeIsReadAndNoneIsMissed() throws Exception {
        try (CommandScene scene = CommandScene.of(Served.of(new Echo()))) {
            Map<String, Object> options = Map.of(
                    "string",
                    "hello",
                    "integer",
                    7L,
                    "number",
                    1.5,
                    "boolean",
                    true,
                    "user",
                    scene.bob(),
                    "role",
                    scene.scene().staff(),
                    "channel",
                    scene.scene().guild().channel("general"),
                    "mentionable",
                    scene.scene().staff(),
                    "attachment",
                    new SandboxAttachment("a.txt", "text/plain", 12));
            assertThat(scene.reply(scene.ada(), "/echo", options).content())
                    .isEqualTo("{text=hello, integer=7, number=1.5, flag=true, user=bob, member=true, role=Staff,"
                            + " channel=general, mentionable=true, attachment=a.txt, guild=Moddy HQ,"
                            + " caller is a member=true}");
            assertThat(scene.ada()
                            .inDm()
                            .runs("/echo", Map.of("user", scene.bob()))
                            .await()
                            .content())
                    .isEqualTo("{text=-, integer=-1, number=-1.0, flag=false, user=bob, member=false, role=-,"
                            + " channel=-, mentionable=false, attachment=-, guild=-, caller is a member=false}");
        }
    }

    @Test
    void discordRefusesWhatIsOutOfRange() throws Exception {
        try (CommandScene scene = CommandScene.of(Served.of(new Echo()))) {
            assertThatThrownBy(() -> scene.reply(scene.ada(), "/echo", Map.of("integer", 10L)))
                    .hasMessageContaining("max_value 9");
        }
    }

    private record Wrong(String name, String option, OptionType asked) implements SlashCommand {
        @Override
        public SlashCommandData data() {
            return Commands.slash(name, "Asks wrongly").addOption(OptionType.INTEGER, "amount", "How much");
        }

        @Override
        public CommandRules rules() {
            return CommandRules.everyone();
        }

        @Override
        public CompletionStage<Reply> handle(CommandCall call) {
            Object read = asked == OptionType.STRING ? call.text(option) : call.integer(option);
            return CompletableFuture.completedStage(Reply.text(read.toString()));
        }
    }

    @Test
    void whoAsksForAnotherTypeOrAnUnknownOptionIsToldInTheLog() throws Exception {
        try (CommandScene scene = CommandScene.of(
                        Served.of(new Wrong("wrong-type", "amount", OptionType.STRING)),
                        Served.of(new Wrong("wrong-name", "ammount", OptionType.INTEGER)));
                LogLines log = LogLines.of(CommandDispatcher.class)) {
            assertThat(scene.answer(scene.ada(), "/wrong-type")).startsWith("Something went wrong");
            assertThat(scene.answer(scene.ada(), "/wrong-name")).startsWith("Something went wrong");
            assertThat(log.containing("/wrong-").stream()
                            .map(line -> line.getThrowableProxy().getMessage())
                            .collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder(
                            "the option 'amount' of /wrong-type is INTEGER, not STRING",
                            "/wrong-name has no option 'ammount'; it has [amount]");
        }
    }
}
