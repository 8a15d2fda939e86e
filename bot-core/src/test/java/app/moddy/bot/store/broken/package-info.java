/** A version of migrations: see {@code MigrationsTest}. */
@NullMarked
package app.moddy.bot.store.broken;

import org.jspecify.annotations.NullMarked;
