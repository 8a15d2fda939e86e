@NullMarked
package app.moddy.health;

import org.jspecify.annotations.NullMarked;
