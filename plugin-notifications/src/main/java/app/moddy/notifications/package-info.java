/** The notifications plugin: the edges where backends and staff meet the one path of delivery. */
@NullMarked
package app.moddy.notifications;

import org.jspecify.annotations.NullMarked;
