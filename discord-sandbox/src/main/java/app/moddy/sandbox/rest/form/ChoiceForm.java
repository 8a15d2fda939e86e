package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.rest.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules for choices, both of a command's options and of an answer to autocomplete. */
public final class ChoiceForm {
    private static final int MAX = 25;

    private ChoiceForm() {}

    /** Returns what is wrong with the choices offered for an option being typed, if anything. */
    public static Optional<Answer> checkOffer(JsonNode choices) {
        FormErrors errors = new FormErrors();
        if (Shape.isAbsent(choices)) {
            errors.required("data.choices");
        }
        all(choices, "data.choices", JsonNode::isTextual, false, errors);
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.answer());
    }

    /** Checks the choices of an option, whose names must differ. */
    static void check(JsonNode choices, String path, boolean text, FormErrors errors) {
        all(choices, path, value -> text, true, errors);
    }

    private static void all(
            JsonNode given, String path, Predicate<JsonNode> text, boolean distinct, FormErrors errors) {
        List<JsonNode> choices = Shape.list(given, path, errors);
        if (choices.size() > MAX) {
            errors.tooLong(path, MAX);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < choices.size(); i++) {
            JsonNode choice = choices.get(i);
            String here = path + "." + i;
            if (choice.isNull() || Shape.isObject(choice, here, errors)) {
                one(choice, here, text.test(choice.path("value")), errors);
            }
            if (!names.add(choice.path("name").asText()) && distinct) {
                errors.add(
                        here + ".name",
                        "APPLICATION_COMMAND_OPTIONS_CHOICES_NAMES_DUPLICATE",
                        "Option choice names must be unique");
            }
        }
    }

    private static void one(JsonNode choice, String path, boolean text, FormErrors errors) {
        Text.between(choice.path("name"), path + ".name", 1, 100, errors);
        Localizations.check(
                choice.path("name_localizations"),
                path + ".name_localizations",
                errors,
                (name, here) -> Text.between(name, here, 1, 100, errors));
        if (text) {
            Text.between(choice.path("value"), path + ".value", 1, 100, errors);
        } else if (!choice.path("value").isNumber()) {
            errors.add(path + ".value", "NUMBER_TYPE_COERCE", "Value is not a number.");
        }
    }
}
