/** The running bot of the tests: everything is real but Discord, and that is the sandbox. */
@NullMarked
package app.moddy.bot.testing;

import org.jspecify.annotations.NullMarked;
