package app.moddy.bot.testing;

import app.moddy.bot.testing.Backend.Answer;
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

    /** Exactly these fields have a warning, in any order; without one, there are none. */
    public AnswerAssert hasWarnings(String... fields) {
        return sameInAnyOrder("warnings", texts("warnings").map(Fault::field).toList(), List.of(fields));
    }

    /** Exactly these faults of the request are told, as {@code field: message}, in any order. */
    public AnswerAssert hasFaults(String... faults) {
        return sameInAnyOrder("faults", texts("details").map(Fault::toString).toList(), List.of(faults));
    }

    /** An error with this text. */
    public AnswerAssert hasError(String error) {
        return hasValue("/error", error);
    }

    /**
     * A value in the body; an object or a list as JSON.
     *
     * @param pointer where it is, by RFC 6901, such as {@code /plugins/0/name}
     * @param value a text, a number, a Boolean, a map or a list
     */
    public AnswerAssert hasValue(String pointer, Object value) {
        return same(
                pointer,
                actual.json().at(pointer).toString(),
                JSON.valueToTree(value).toString());
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

    private AnswerAssert sameInAnyOrder(String what, List<String> found, List<String> expected) {
        return same(
                what,
                found.stream().sorted().toList(),
                expected.stream().sorted().toList());
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
