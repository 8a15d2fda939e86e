package app.moddy.bot.testing;

import app.moddy.bot.testing.Backend.Answer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.AbstractAssert;

/** What a backend is answered. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    AnswerAssert(Answer answer) {
        super(answer, AnswerAssert.class);
    }

    /** HTTP's status. */
    public AnswerAssert hasStatus(int status) {
        return same("status", actual.status(), status);
    }

    /** The outcome of the notification, such as {@code delivered}. */
    public AnswerAssert hasOutcome(String outcome) {
        return hasValue("/outcome", outcome);
    }

    /** HTTP's status, and the outcome of the notification. */
    public AnswerAssert hasOutcome(int status, String outcome) {
        return hasStatus(status).hasOutcome(outcome);
    }

    /** It is told of a notification, and exactly these fields have a warning, in this order; without one, there are none. */
    public AnswerAssert hasWarnings(String... fields) {
        if (!actual.json().has("outcome") && !actual.json().has("embed")) {
            same("an answer", actual.text(), "that of a notification, with its outcome or embed");
        }
        return same("warnings", texts("warnings").map(Fault::field).toList(), List.of(fields));
    }

    /** The request was refused, and exactly these faults of it are told, as {@code field: message}, in this order. */
    public AnswerAssert hasFaults(String... faults) {
        if (!actual.json().path("details").isArray()) {
            same("an answer", actual.text(), "a refusal with the faults of the request");
        }
        return same("faults", texts("details").map(Fault::toString).toList(), List.of(faults));
    }

    /** An error with this text. */
    public AnswerAssert hasError(String error) {
        return hasValue("/error", error);
    }

    /**
     * A value in the body.
     *
     * @param pointer where it is, by RFC 6901, such as {@code /plugins/0/name}; empty: the whole body
     * @param value a text, a number, a Boolean, a map or a list
     */
    public AnswerAssert hasValue(String pointer, Object value) {
        return same(pointer.isEmpty() ? "the body" : pointer, actual.json().at(pointer), asRead(value));
    }

    /** As it would come back: whole numbers are of one kind, whatever they were in Java. */
    private static JsonNode asRead(Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + value, e);
        }
    }

    private record Fault(String field, String message) {
        @Override
        public String toString() {
            return field + ": " + message;
        }
    }

    private Stream<Fault> texts(String list) {
        JsonNode faults = actual.json().path(list);
        return StreamSupport.stream(faults.spliterator(), false)
                .map(fault -> new Fault(
                        fault.path("field").asText(), fault.path("message").asText()));
    }

    private AnswerAssert same(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw failureWithActualExpected(
                    found,
                    expected,
                    "Expected %s to be%n  %s%nbut it was%n  %s%nin the answer%n  %s %s",
                    what,
                    expected,
                    found,
                    actual.status(),
                    actual.text());
        }
        return this;
    }
}
