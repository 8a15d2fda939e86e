package app.moddy.sandbox.rest;

/** Does what a route is for. Called with the world locked. */
@FunctionalInterface
public interface Handler {
    Answer answer(Request request);
}
