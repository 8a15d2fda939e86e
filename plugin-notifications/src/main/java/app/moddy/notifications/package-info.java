@NullMarked
package app.moddy.notifications;

import org.jspecify.annotations.NullMarked;
