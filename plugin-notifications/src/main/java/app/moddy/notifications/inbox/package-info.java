/** Closed DMs do not mean lost: what users see of their inbox. */
@NullMarked
package app.moddy.notifications.inbox;

import org.jspecify.annotations.NullMarked;
