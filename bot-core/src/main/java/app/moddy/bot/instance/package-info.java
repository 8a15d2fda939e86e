/** The instances of the bot on one database: who lives, and whose the gateway is. Only {@link Instance} is for plugins. */
@NullMarked
package app.moddy.bot.instance;

import org.jspecify.annotations.NullMarked;
