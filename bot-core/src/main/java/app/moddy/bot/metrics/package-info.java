/** What the bot counts and measures, as Prometheus reads it. */
@NullMarked
package app.moddy.bot.metrics;

import org.jspecify.annotations.NullMarked;
