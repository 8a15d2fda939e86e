/** Tells probes and staff how the bot is: three routes and {@code /health}. */
@NullMarked
package app.moddy.health;

import org.jspecify.annotations.NullMarked;
