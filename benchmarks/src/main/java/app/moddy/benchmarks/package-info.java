/**
 * Benchmarks of the whole program through its front doors, each printing a table. See {@code docs/performance.md}.
 *
 * <p>The load and the simulated Discords are in this process; the bot and the floor are a process of their own each, so that
 * the processor time of each can be read.
 */
@NullMarked
package app.moddy.benchmarks;

import org.jspecify.annotations.NullMarked;
