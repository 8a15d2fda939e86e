/** A version of migrations: see {@code MigrationsTest}. */
@NullMarked
package app.moddy.bot.store.first;

import org.jspecify.annotations.NullMarked;
