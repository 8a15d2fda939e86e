/** Internal: the gateway v10: sockets, sessions, what is dispatched and replayed. */
@NullMarked
package app.moddy.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
