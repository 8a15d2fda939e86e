/** A plugin for the tests of descriptions. */
@NullMarked
package app.moddy.bot.openapi.described;

import org.jspecify.annotations.NullMarked;
