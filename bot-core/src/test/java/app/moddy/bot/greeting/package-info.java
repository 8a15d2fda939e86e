/** A plugin of the tests that greets, and what an operator makes of its words. */
@NullMarked
package app.moddy.bot.greeting;

import org.jspecify.annotations.NullMarked;
