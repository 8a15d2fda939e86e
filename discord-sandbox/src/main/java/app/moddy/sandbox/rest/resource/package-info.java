/** Internal: one class per REST resource, and the table of all routes. */
@NullMarked
package app.moddy.sandbox.rest.resource;

import org.jspecify.annotations.NullMarked;
