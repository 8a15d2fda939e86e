/** Plugins beside the one of health: in a package of their own, as its texts lie beside its classes. */
@NullMarked
package app.moddy.health.others;

import org.jspecify.annotations.NullMarked;
