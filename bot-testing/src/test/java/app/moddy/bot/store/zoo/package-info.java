/** A plugin that keeps data of each kind. */
@NullMarked
package app.moddy.bot.store.zoo;

import org.jspecify.annotations.NullMarked;
