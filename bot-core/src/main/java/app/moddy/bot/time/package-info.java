/** The bot's time: a clock that never goes back, and a timer. */
@NullMarked
package app.moddy.bot.time;

import org.jspecify.annotations.NullMarked;
