/**
 * What is said to users: actions, their template files, languages, and the embed that comes of them, within Discord's limits.
 * Knows no action by name and no way of sending.
 */
@NullMarked
package app.moddy.bot.message;

import org.jspecify.annotations.NullMarked;
