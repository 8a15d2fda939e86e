/** Reads {@code config.yml} and the environment into validated records. Knows no particular setting. */
@NullMarked
package app.moddy.bot.config;

import org.jspecify.annotations.NullMarked;
