/** The five actions about subscriptions and plans, with the metadata that their templates show. */
@NullMarked
package app.moddy.notifications.action;

import org.jspecify.annotations.NullMarked;
