/** A plugin for the tests of descriptions. */
@NullMarked
package app.moddy.bot.openapi.misdescribed;

import org.jspecify.annotations.NullMarked;
