/** What the bot is compared with: a bare handler and one send, without framework and store. */
@NullMarked
package app.moddy.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
