/** Internal: checks requests and answers against the part of Discord's OpenAPI file that ships with the sandbox. */
@NullMarked
package app.moddy.sandbox.schema;

import org.jspecify.annotations.NullMarked;
