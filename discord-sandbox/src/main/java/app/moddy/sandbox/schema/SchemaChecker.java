package app.moddy.sandbox.schema;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.rest.CallChecker;
import app.moddy.sandbox.rest.Route;
import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.function.Consumer;

/** Reports every body that is not as Discord's OpenAPI file says, apart from the {@link Deviations}. */
public final class SchemaChecker implements CallChecker {
    private final Consumer<String> problems;

    public SchemaChecker(Consumer<String> problems) {
        this.problems = problems;
    }

    @Override
    public void request(Route route, String body) {
        Json.read(body)
                .ifPresent(json -> OpenApi.shared()
                        .request(route)
                        .ifPresent(schema -> report(route.key() + " request", schema, Deviations.inRequest(json))));
    }

    @Override
    public void answer(Route route, Answer answer) {
        Json.read(answer.body()).ifPresent(body -> {
            String what = route.key() + " answer " + answer.status();
            JsonNode normal = Deviations.inAnswer(answer.status(), body);
            OpenApi.shared()
                    .answer(route, answer.status())
                    .ifPresentOrElse(
                            schema -> report(what, schema, normal),
                            () -> problems.accept("Schema: " + what + " is not in Discord's file"));
        });
    }

    private void report(String what, Schema schema, JsonNode body) {
        schema.validate(body)
                .forEach(error -> problems.accept(
                        "Schema: " + what + " at " + error.getInstanceLocation() + ": " + error.getMessage()));
    }
}
