/**
 * The running bot of the tests: everything is real but Discord, and that is the sandbox.
 *
 * <p>Begin with {@link app.moddy.bot.testing.BotExtension}, a field of your test, and with the static {@code assertThat} of {@link
 * app.moddy.bot.testing.BotAssertions}, where the gate of texts is, too. {@link app.moddy.bot.testing.EachCommand} is a test class to
 * extend for commands that answer with {@code Replies} or from the {@code Store}. {@link app.moddy.bot.testing.Scene} and {@link
 * app.moddy.bot.testing.RunningBot} are what is below, for tests that need two bots or a sandbox of their own.
 */
@NullMarked
package app.moddy.bot.testing;

import org.jspecify.annotations.NullMarked;
