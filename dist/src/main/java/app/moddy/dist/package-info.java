/** What a user runs. The one place that knows both the bot and the sandbox. */
@NullMarked
package app.moddy.dist;

import org.jspecify.annotations.NullMarked;
