/** Configuration as its users meet it: texts in, records or faults out. */
@NullMarked
package app.moddy.bot.config;

import org.jspecify.annotations.NullMarked;
