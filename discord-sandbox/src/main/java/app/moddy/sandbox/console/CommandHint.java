package app.moddy.sandbox.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What to tell somebody whose command was refused, when it is clear what was meant.
 *
 * @param commands the commands that are there, as Discord stores them
 * @param cast who can be given for an option of type user
 */
public record CommandHint(List<JsonNode> commands, Cast cast) {
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;
    private static final int USER = 6;

    public CommandHint {
        commands = List.copyOf(commands);
    }

    /** Returns a sentence that replaces the refusal; empty when there is nothing better to say. */
    public Optional<String> on(TypedCommand typed) {
        String[] words = typed.name().split("\\s+", 2);
        return commands.stream()
                .filter(one -> words[0].equals("/" + one.path("name").asText()))
                .findFirst()
                .flatMap(command -> words.length > 1 ? byName(command, words[1]) : unknownUser(command, typed));
    }

    /** {@code /notify-test plan_upgraded}: values do not go by position. */
    private static Optional<String> byName(JsonNode command, String value) {
        String name = "/" + command.path("name").asText();
        if (options(command).findAny().isEmpty()) {
            return Optional.of(name + " has no options; write it alone");
        }
        if (options(command).anyMatch(CommandHint::isSub)) {
            return Optional.empty();
        }
        JsonNode meant = options(command)
                .filter(option -> offers(option, value))
                .findFirst()
                .or(() -> options(command).findFirst())
                .orElseThrow();
        return Optional.of(
                name + " takes its options by name: write " + meant.path("name").asText() + ":" + value);
    }

    private Optional<String> unknownUser(JsonNode command, TypedCommand typed) {
        return options(command)
                .filter(option -> option.path("type").asInt() == USER && !cast.isEmpty())
                .flatMap(option -> Stream.ofNullable(
                        typed.options().get(option.path("name").asText())))
                .filter(given -> !cast.has(given))
                .map(given -> "no user " + given + "; " + cast.names())
                .findFirst();
    }

    private static boolean isSub(JsonNode option) {
        int type = option.path("type").asInt();
        return type == SUBCOMMAND || type == GROUP;
    }

    private static boolean offers(JsonNode option, String value) {
        return StreamSupport.stream(option.path("choices").spliterator(), false)
                .anyMatch(choice -> choice.path("value").asText().equals(value)
                        || choice.path("name").asText().equalsIgnoreCase(value));
    }

    private static Stream<JsonNode> options(JsonNode command) {
        return StreamSupport.stream(command.path("options").spliterator(), false);
    }
}
