/** What a plugin is, and the host that loads, wires, starts and reports plugins. */
@NullMarked
package app.moddy.bot.plugin;

import org.jspecify.annotations.NullMarked;
