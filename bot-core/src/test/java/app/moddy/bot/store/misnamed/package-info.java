/** A version of migrations: see {@code MigrationsTest}. */
@NullMarked
package app.moddy.bot.store.misnamed;

import org.jspecify.annotations.NullMarked;
