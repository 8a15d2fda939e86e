/** A version of migrations: see {@code MigrationsTest}. */
@NullMarked
package app.moddy.bot.store.second;

import org.jspecify.annotations.NullMarked;
