/**
 * A world of its own for the bot's real code: one thread, a time that jumps from event to event, and chance from a seed, so
 * that the same seed gives the same run.
 */
@NullMarked
package app.moddy.bot.simulation;

import org.jspecify.annotations.NullMarked;
