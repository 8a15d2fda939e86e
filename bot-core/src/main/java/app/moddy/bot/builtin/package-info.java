/** The commands that core brings itself, for which it needs the other packages. Core only. */
@NullMarked
package app.moddy.bot.builtin;

import org.jspecify.annotations.NullMarked;
