@NullMarked
package app.moddy.sandbox;

import org.jspecify.annotations.NullMarked;
