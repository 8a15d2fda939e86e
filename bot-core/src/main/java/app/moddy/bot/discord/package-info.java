/** The door to Discord: the connection, and messages to people. Only here are Discord's error codes read. */
@NullMarked
package app.moddy.bot.discord;

import org.jspecify.annotations.NullMarked;
