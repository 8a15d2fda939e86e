package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules for the options of a slash command, and for the choices of an option. */
final class OptionForm {
    private static final int SUB_COMMAND = 1;
    private static final int SUB_COMMAND_GROUP = 2;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int NUMBER = 10;
    private static final int ATTACHMENT = 11;
    private static final int MAX = 25;

    private OptionForm() {}

    /**
     * Checks the options on one level.
     *
     * @param depth 0 in a command, 1 in a group of it, which has only subcommands, 2 in a subcommand
     */
    static void check(JsonNode given, String path, int depth, FormErrors errors) {
        List<JsonNode> options = Shape.list(given, path, errors);
        if (options.size() > MAX) {
            errors.tooLong(path, MAX);
        }
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            String here = path + "." + i;
            if (option.isNull() || Shape.isObject(option, here, errors)) {
                one(option, here, depth, errors);
            }
            if (!names.add(option.path("name").asText())) {
                errors.add(here + ".name", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option name already exists");
            }
            boolean required = option.path("required").asBoolean();
            if (required && optionalSeen) {
                errors.add(
                        here,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !required;
        }
        mixture(options, path, errors);
    }

    private static void mixture(List<JsonNode> options, String path, FormErrors errors) {
        boolean mixed = false;
        for (JsonNode option : options) {
            mixed |= isSub(option) != isSub(options.get(0));
        }
        if (mixed) {
            errors.add(
                    path,
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }
    }

    private static boolean isSub(JsonNode option) {
        int type = option.path("type").asInt();
        return type == SUB_COMMAND || type == SUB_COMMAND_GROUP;
    }

    private static void one(JsonNode option, String path, int depth, FormErrors errors) {
        int type = option.path("type").asInt();
        boolean tooDeep = (type == SUB_COMMAND_GROUP && depth > 0) || (type == SUB_COMMAND && depth > 1);
        boolean plainInGroup = depth == 1 && type != SUB_COMMAND;
        if (type < SUB_COMMAND || type > ATTACHMENT || tooDeep || plainInGroup) {
            errors.choices(path + ".type", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11");
        }
        CommandForm.name(option, path + ".", errors);
        Text.between(option.path("description"), path + ".description", 1, 100, errors);
        if (isSub(option)) {
            check(option.path("options"), path + ".options", type == SUB_COMMAND_GROUP ? 1 : 2, errors);
        }
        choices(option, type, path, errors);
        length(option.path("min_length"), path + ".min_length", 0, errors);
        length(option.path("max_length"), path + ".max_length", 1, errors);
    }

    private static void length(JsonNode length, String path, int min, FormErrors errors) {
        if (length.isNumber() && (length.asInt() < min || length.asInt() > 6000)) {
            errors.add(path, "NUMBER_TYPE_MAX", "int value should be between " + min + " and 6000.");
        }
    }

    private static void choices(JsonNode option, int type, String path, FormErrors errors) {
        boolean typed = type == STRING || type == INTEGER || type == NUMBER;
        boolean autocomplete = option.path("autocomplete").asBoolean();
        if (autocomplete && !typed) {
            errors.add(
                    path + ".autocomplete",
                    "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
                    "Autocomplete is only for strings and numbers");
        }
        JsonNode choices = option.path("choices");
        if (!Json.present(choices)) {
            return;
        }
        if (!typed || autocomplete) {
            errors.add(
                    path + ".choices",
                    "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID",
                    "Choices are only for strings and numbers without autocomplete");
        }
        ChoiceForm.check(choices, path + ".choices", type == STRING, errors);
    }
}
