/** Internal: what a user does with a bot (commands, autocomplete, buttons) as INTERACTION_CREATE payloads. */
@NullMarked
package app.moddy.sandbox.interaction;

import org.jspecify.annotations.NullMarked;
