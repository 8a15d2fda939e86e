/**
 * The one path of delivery: recorded, sent, recorded what became of it. {@link app.moddy.notifications.delivery.Notifier} is
 * the way in; {@code Dispatcher} brings what waits, {@code Sender} makes one attempt.
 */
@NullMarked
package app.moddy.notifications.delivery;

import org.jspecify.annotations.NullMarked;
