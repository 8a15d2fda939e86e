/** Slash commands: what a plugin writes, and the one listener that runs them. */
@NullMarked
package app.moddy.bot.command;

import org.jspecify.annotations.NullMarked;
