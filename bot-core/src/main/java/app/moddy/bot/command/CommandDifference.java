package app.moddy.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.RestAction;

/** What must be written so that Discord knows the wanted commands and no others. */
final class CommandDifference {
    private final CommandScope scope;
    private final List<Command> known;
    private final List<SlashCommandData> wanted;

    CommandDifference(CommandScope scope, List<Command> known, List<SlashCommandData> wanted) {
        this.scope = scope;
        this.known = known;
        this.wanted = wanted;
    }

    List<RestAction<?>> changes() {
        Map<String, Command> slashes = known.stream()
                .filter(command -> command.getType() == Command.Type.SLASH)
                .collect(Collectors.toMap(Command::getName, Function.identity()));
        List<RestAction<?>> changes = new ArrayList<>();
        for (SlashCommandData command : wanted) {
            Command present = slashes.remove(command.getName());
            if (present == null || !same(command, present)) {
                changes.add(scope.write().apply(command));
            }
        }
        slashes.values().forEach(obsolete -> changes.add(scope.delete().apply(obsolete.getId())));
        return changes;
    }

    private boolean same(SlashCommandData wanted, Command present) {
        return comparable(wanted).equals(comparable(SlashCommandData.fromCommand(present)));
    }

    private Map<String, Object> comparable(SlashCommandData command) {
        return scope.isGuild() ? ComparableForm.ofGuild(command) : ComparableForm.of(command);
    }
}
