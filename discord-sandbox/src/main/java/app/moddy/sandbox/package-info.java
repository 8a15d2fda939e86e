/** A simulated Discord on loopback that an unmodified bot logs in to: start a {@link app.moddy.sandbox.DiscordSandbox}, play its users, look at what the bot did. Knows nothing of any bot. */
@NullMarked
package app.moddy.sandbox;

import org.jspecify.annotations.NullMarked;
