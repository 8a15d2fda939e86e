package app.moddy.bot.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A command in the one form in which two are the same when they mean the same, however JDA came by them. */
final class ComparableForm {
    private ComparableForm() {}

    /** Where a command may be used is no property of a guild's own command: Discord leaves it out of those. */
    static Map<String, Object> ofGuild(CommandData command) {
        Map<String, Object> form = of(command);
        form.remove("contexts");
        form.remove("integration_types");
        return form;
    }

    static Map<String, Object> of(CommandData command) {
        // through JSON: in memory, JDA has sets, maps and objects of its own in there
        Map<String, Object> form =
                object(DataObject.fromJson(command.toData().toJson()).toMap());
        form.computeIfPresent("options", (key, options) -> subcommandsFirst((List<?>) options));
        return form;
    }

    private static Map<String, Object> object(Map<?, ?> object) {
        Map<String, Object> plain = new LinkedHashMap<>();
        object.forEach((key, value) -> {
            if (value != null) { // Discord leaves out what is null
                plain.put((String) key, value(value));
            }
        });
        return plain;
    }

    private static Object value(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object(object);
        } else if (value instanceof List<?> list) {
            return list.stream().map(ComparableForm::value).toList();
        } else if (value instanceof Number number) { // 3 and 3.0 are the same bound
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        return value;
    }

    /** JDA reads subcommands before groups, in whatever order they are. */
    private static List<?> subcommandsFirst(List<?> options) {
        List<Object> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparing(ComparableForm::isGroup));
        return sorted;
    }

    private static boolean isGroup(Object option) {
        return ((Map<?, ?>) option).get("type") instanceof Number type
                && type.intValue() == OptionType.SUB_COMMAND_GROUP.getKey();
    }
}
