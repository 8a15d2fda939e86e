/** The internal API as OpenAPI describes it. */
@NullMarked
package app.moddy.bot.openapi;

import org.jspecify.annotations.NullMarked;
