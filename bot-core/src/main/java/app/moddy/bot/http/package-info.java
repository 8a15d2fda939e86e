/** The internal HTTP API: one server, and what a plugin's route sees of it. */
@NullMarked
package app.moddy.bot.http;

import org.jspecify.annotations.NullMarked;
