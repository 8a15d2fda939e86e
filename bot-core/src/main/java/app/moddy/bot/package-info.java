/** The bot: its start, its order, its end. */
@NullMarked
package app.moddy.bot;

import org.jspecify.annotations.NullMarked;
