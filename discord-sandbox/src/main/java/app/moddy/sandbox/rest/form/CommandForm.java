package app.moddy.sandbox.rest.form;

import app.moddy.sandbox.rest.Answer;
import app.moddy.sandbox.world.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules for application commands.
 *
 * @see <a href="https://discord.com/developers/docs/interactions/application-commands">Application commands</a>
 */
public final class CommandForm {
    /** The type of a slash command. */
    public static final int CHAT_INPUT = 1;

    private static final int ENTRY_POINT = 4;

    static final String NAME_REGEX = "^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$";

    private static final Pattern NAME =
            Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int MAX_TEXT = 8000;
    private static final int MAX_COMMANDS = 100;

    private CommandForm() {}

    /** Returns what is wrong with one command, if anything. */
    public static Optional<Answer> checkOne(JsonNode command) {
        FormErrors errors = new FormErrors();
        whole(command, "", errors);
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.answer());
    }

    /** Returns what is wrong with a list that is to replace all commands, if anything. */
    public static Optional<Answer> checkAll(JsonNode given) {
        FormErrors errors = new FormErrors();
        if (Shape.isAbsent(given)) {
            errors.required("");
        }
        List<JsonNode> commands = Shape.list(given, "", errors);
        Set<String> names = new HashSet<>();
        int slash = 0;
        for (int i = 0; i < commands.size(); i++) {
            JsonNode command = commands.get(i);
            whole(command, Integer.toString(i), errors);
            slash += typeOf(command) == CHAT_INPUT ? 1 : 0;
            if (!names.add(typeOf(command) + command.path("name").asText())) {
                duplicate(i + ".name", errors);
            }
        }
        if (slash > MAX_COMMANDS) {
            errors.tooLong("", MAX_COMMANDS);
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.answer());
    }

    static int typeOf(JsonNode command) {
        return command.path("type").asInt(CHAT_INPUT);
    }

    private static void whole(JsonNode command, String path, FormErrors errors) {
        if (Shape.isAbsent(command)) {
            errors.required(path);
        } else if (Shape.isObject(command, path, errors)) {
            check(command, path.isEmpty() ? "" : path + ".", errors);
        }
    }

    private static void check(JsonNode command, String path, FormErrors errors) {
        if (typeOf(command) < CHAT_INPUT || typeOf(command) > ENTRY_POINT) {
            errors.choices(path + "type", "1, 2, 3, 4");
        }
        Shape.list(command.path("contexts"), path + "contexts", errors);
        Shape.list(command.path("integration_types"), path + "integration_types", errors);
        Shape.wholeNumber(command.path("default_member_permissions"), path + "default_member_permissions", errors);
        if (typeOf(command) == CHAT_INPUT) {
            name(command, path, errors);
            Text.between(command.path("description"), path + "description", 1, 100, errors);
            OptionForm.check(command.path("options"), path + "options", 0, errors);
        } else {
            Text.between(command.path("name"), path + "name", 1, 32, errors);
            if (Json.present(command.path("description"))) {
                errors.add(
                        path + "description",
                        "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET",
                        "Context menu commands cannot have description");
            }
        }
        if (textOf(command) > MAX_TEXT) {
            String whole = path.isEmpty() ? "" : path.substring(0, path.length() - 1);
            errors.add(whole, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (" + MAX_TEXT + ")");
        }
    }

    /** Checks the name and its localizations. */
    static void name(JsonNode named, String path, FormErrors errors) {
        if (!named.path("name").isTextual()) {
            errors.required(path + "name");
            return;
        }
        nameText(named.path("name").textValue(), path + "name", errors);
        Localizations.check(
                named.path("name_localizations"),
                path + "name_localizations",
                errors,
                (name, here) -> nameText(name.asText(), here, errors));
        Localizations.check(
                named.path("description_localizations"),
                path + "description_localizations",
                errors,
                (description, here) -> Text.between(description, here, 1, 100, errors));
    }

    private static void nameText(String name, String path, FormErrors errors) {
        if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            errors.add(
                    path,
                    "APPLICATION_COMMAND_INVALID_NAME",
                    "Command name is invalid; it must be lowercase and match " + NAME_REGEX);
        }
    }

    static void duplicate(String path, FormErrors errors) {
        errors.add(path, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    }

    private static int textOf(JsonNode node) {
        int sum = longest(node, "name") + longest(node, "description");
        for (JsonNode choice : node.path("choices")) {
            sum += longest(choice, "name") + Text.length(choice.path("value"));
        }
        for (JsonNode option : node.path("options")) {
            sum += textOf(option);
        }
        return sum;
    }

    private static int longest(JsonNode node, String key) {
        int longest = Text.length(node.path(key));
        for (JsonNode localized : node.path(key + "_localizations")) {
            longest = Math.max(longest, Text.length(localized));
        }
        return longest;
    }
}
