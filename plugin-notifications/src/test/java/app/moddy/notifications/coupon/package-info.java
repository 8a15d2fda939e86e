/** Another plugin than ours: brings an action, a command, and a window onto core's services. */
@NullMarked
package app.moddy.notifications.coupon;

import org.jspecify.annotations.NullMarked;
