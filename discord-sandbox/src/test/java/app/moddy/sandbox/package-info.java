/** The sandbox under test by a real JDA and by plain HTTP. */
@NullMarked
package app.moddy.sandbox;

import org.jspecify.annotations.NullMarked;
