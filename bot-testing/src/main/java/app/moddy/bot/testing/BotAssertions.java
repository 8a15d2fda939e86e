package app.moddy.bot.testing;

import app.moddy.bot.TemplateGate;
import app.moddy.bot.plugin.BotPlugin;
import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;

/** Assertions on what users, staff and backends get, beside AssertJ's own; one that fails says what was there instead. */
public final class BotAssertions {
    private BotAssertions() {}

    /** What a backend is answered. */
    public static AnswerAssert assertThat(Backend.Answer answer) {
        return new AnswerAssert(answer);
    }

    /** What a user gets in direct messages. */
    public static UserAssert assertThat(SandboxUser user) {
        return new UserAssert(user);
    }

    /** What a command or a button is answered with; waits for it, at most 10 s. */
    public static ReplyAssert assertThat(SandboxReply reply) {
        return new ReplyAssert(reply.await());
    }

    /** A message of the bot's. */
    public static MessageAssert assertThat(SandboxMessage message) {
        return new MessageAssert(message);
    }

    /** An embed. */
    public static EmbedAssert assertThat(SandboxEmbed embed) {
        return new EmbedAssert(embed);
    }

    /** All that a plugin without settings says is fit to be sent, in every language; see {@link TemplateGate}. */
    public static void assertThatTextsAreSound(BotPlugin plugin) {
        assertThatTextsAreSound(plugin, "{}");
    }

    /**
     * The same for a plugin with settings.
     *
     * @param settings its section of the configuration, such as {@code {prize: a cup}}
     */
    public static void assertThatTextsAreSound(BotPlugin plugin, String settings) {
        org.assertj.core.api.Assertions.assertThat(TemplateGate.faultsOf(plugin, settings))
                .as("what is wrong with the texts of " + plugin.name())
                .isEmpty();
    }
}
