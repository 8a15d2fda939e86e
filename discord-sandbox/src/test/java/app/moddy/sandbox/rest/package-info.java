/** Tests of what only grows when it should. */
@NullMarked
package app.moddy.sandbox.rest;

import org.jspecify.annotations.NullMarked;
