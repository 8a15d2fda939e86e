/** Internal: how messages look as text in a terminal, and how typed lines are read. */
@NullMarked
package app.moddy.sandbox.console;

import org.jspecify.annotations.NullMarked;
