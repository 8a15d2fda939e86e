/** Instances in simulations. */
@NullMarked
package app.moddy.bot.instance;

import org.jspecify.annotations.NullMarked;
