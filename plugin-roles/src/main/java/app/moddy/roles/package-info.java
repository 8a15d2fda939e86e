/** Gives members the roles of their plan: {@code POST /internal/roles/update}, {@code /roles-sync} and {@code /roles-check}. */
@NullMarked
package app.moddy.roles;

import org.jspecify.annotations.NullMarked;
