package app.moddy.bot.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The options of one use of a command. A command that asks for what it does not have is told so. Immutable. */
final class Options {
    private final CommandInteractionPayload given;
    private final String command;
    private final List<OptionData> declared;

    Options(CommandInteractionPayload given, String command, List<OptionData> declared) {
        this.given = given;
        this.command = command;
        this.declared = declared;
    }

    /** The option's value, when it was given. */
    <T> Optional<T> get(String option, OptionType type, Function<OptionMapping, T> value) {
        return mapping(option, type).map(value);
    }

    Optional<OptionMapping> mapping(String option, OptionType type) {
        OptionData data = declared.stream()
                .filter(candidate -> candidate.getName().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no option '%s'; it has %s"
                        .formatted(
                                command,
                                option,
                                declared.stream().map(OptionData::getName).toList())));
        if (data.getType() != type) {
            throw new IllegalArgumentException(
                    "the option '%s' of %s is %s, not %s".formatted(option, command, data.getType(), type));
        }
        return Optional.ofNullable(given.getOption(option));
    }
}
