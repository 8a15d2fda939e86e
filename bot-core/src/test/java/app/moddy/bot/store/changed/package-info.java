/** A version of migrations: see {@code MigrationsTest}. */
@NullMarked
package app.moddy.bot.store.changed;

import org.jspecify.annotations.NullMarked;
