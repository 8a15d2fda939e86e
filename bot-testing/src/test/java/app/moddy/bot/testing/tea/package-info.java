/** A plugin for the tests of the kit. */
@NullMarked
package app.moddy.bot.testing.tea;

import org.jspecify.annotations.NullMarked;
