package app.moddy.bot.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.RestAction;

/** What must be written so that Discord knows the wanted commands and no others. */
final class CommandDifference {
    /** Others are left alone: no plugin can bring them. */
    private static final Set<Command.Type> OURS = EnumSet.of(Command.Type.SLASH, Command.Type.USER);

    private final CommandScope scope;
    private final List<Command> known;
    private final List<CommandData> wanted;

    CommandDifference(CommandScope scope, List<Command> known, List<CommandData> wanted) {
        this.scope = scope;
        this.known = known;
        this.wanted = wanted;
    }

    List<RestAction<?>> changes() {
        Map<Id, Command> present = known.stream()
                .collect(
                        Collectors.toMap(command -> new Id(command.getType(), command.getName()), Function.identity()));
        List<RestAction<?>> changes = new ArrayList<>();
        for (CommandData command : wanted) {
            Command before = present.remove(new Id(command.getType(), command.getName()));
            if (before == null || !same(command, before)) {
                changes.add(scope.write().apply(command));
            }
        }
        present.values().stream()
                .filter(command -> OURS.contains(command.getType()))
                .forEach(obsolete -> changes.add(scope.delete().apply(obsolete.getId())));
        return changes;
    }

    private boolean same(CommandData wanted, Command present) {
        return comparable(wanted).equals(comparable(CommandData.fromCommand(present)));
    }

    private Map<String, Object> comparable(CommandData command) {
        return scope.isGuild() ? ComparableForm.ofGuild(command) : ComparableForm.of(command);
    }

    private record Id(Command.Type type, String name) {}
}
