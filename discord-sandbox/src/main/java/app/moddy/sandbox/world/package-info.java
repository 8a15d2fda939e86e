/** Internal: what exists in the simulated Discord (users, guilds, channels, messages, commands, interactions, the clock). One lock, the {@link app.moddy.sandbox.world.World} itself, guards all of it. */
@NullMarked
package app.moddy.sandbox.world;

import org.jspecify.annotations.NullMarked;
