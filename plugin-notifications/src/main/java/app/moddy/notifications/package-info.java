/** {@code POST /internal/notify} and {@code /notify-test}: two edges, one path of delivery between them. */
@NullMarked
package app.moddy.notifications;

import org.jspecify.annotations.NullMarked;
