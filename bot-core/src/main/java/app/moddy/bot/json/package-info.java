/** JSON for whoever keeps or sends it: core's HTTP answers, and what plugins put into their tables. */
@NullMarked
package app.moddy.bot.json;

import org.jspecify.annotations.NullMarked;
