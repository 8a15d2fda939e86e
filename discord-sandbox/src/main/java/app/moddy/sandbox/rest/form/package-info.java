/** Internal: Discord's rules for request bodies (messages, embeds, components, commands), answered with code 50035 and a tree of errors. */
@NullMarked
package app.moddy.sandbox.rest.form;

import org.jspecify.annotations.NullMarked;
