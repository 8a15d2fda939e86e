/** What the bot knows of a user beyond one message: the language to address them in. */
@NullMarked
package app.moddy.bot.user;

import org.jspecify.annotations.NullMarked;
