/** What outlives the process: one database, one writer, a few readers. */
@NullMarked
package app.moddy.bot.store;

import org.jspecify.annotations.NullMarked;
