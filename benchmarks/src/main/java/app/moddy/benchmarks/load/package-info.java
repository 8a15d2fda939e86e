/** A backend, or many: requests over connections that are kept, from one thread. */
@NullMarked
package app.moddy.benchmarks.load;

import org.jspecify.annotations.NullMarked;
