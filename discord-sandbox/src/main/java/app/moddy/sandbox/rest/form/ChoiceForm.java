package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.rest.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The rules for choices, both of a command's options and of an answer to autocomplete. */
public final class ChoiceForm {
    private static final int MAX = 25;

    private ChoiceForm() {}

    /** Returns what is wrong with the choices offered for an option being typed, if anything. */
    public static Optional<Answer> checkOffer(JsonNode choices) {
        FormErrors errors = new FormErrors();
        if (!choices.isArray()) {
            errors.required("data.choices");
        }
        if (choices.size() > MAX) {
            errors.tooLong("data.choices", MAX);
        }
        for (int i = 0; i < choices.size(); i++) {
            check(
                    choices.get(i),
                    "data.choices." + i,
                    choices.get(i).path("value").isTextual(),
                    errors);
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.answer());
    }

    static void check(JsonNode choice, String path, boolean text, FormErrors errors) {
        Text.between(choice.path("name"), path + ".name", 1, 100, errors);
        if (text) {
            Text.between(choice.path("value"), path + ".value", 1, 100, errors);
        } else if (!choice.path("value").isNumber()) {
            errors.add(path + ".value", "NUMBER_TYPE_COERCE", "Value is not a number.");
        }
    }
}
