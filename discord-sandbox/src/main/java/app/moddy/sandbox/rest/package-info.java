/** Internal: Discord's REST API v10 as HTTP, from the routing to the rate limits, the faults and the log of calls. What a route does is in {@code rest.resource}. */
@NullMarked
package app.moddy.sandbox.rest;

import org.jspecify.annotations.NullMarked;
