/** What one embed takes, by JMH. */
@NullMarked
package app.moddy.benchmarks.rendering;

import org.jspecify.annotations.NullMarked;
