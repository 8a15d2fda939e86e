/**
 * Delivery through everything that can go wrong, by the thousand: the real code on a simulated Discord, disk, clock and
 * backend.
 */
@NullMarked
package app.moddy.notifications.simulation;

import org.jspecify.annotations.NullMarked;
