package app.moddy.bot.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.UserContextInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandGroupData;

/** A command or user menu, asked once for all that it is. Core only. Immutable. */
public final class Served {
    private final CommandData data;
    private final CommandRules rules;
    private final List<Usable> usables;

    private Served(CommandData data, CommandRules rules, List<Usable> usables) {
        this.data = data;
        this.rules = rules;
        this.usables = List.copyOf(usables);
    }

    /**
     * Asks a slash command, and its subcommands.
     *
     * @throws IllegalArgumentException naming what its author must mend
     */
    public static Served of(SlashCommand command) {
        SlashCommandData data = Objects.requireNonNull(command.data(), "a command's data() is null");
        String label = "/" + data.getName();
        CommandRules rules = required(command.rules(), label);
        List<? extends Subcommand> subcommands = List.copyOf(command.subcommands());
        if (subcommands.isEmpty()) {
            requireHandled(command, data, label);
            return new Served(data, rules, List.of(itself(command, data, new Usable.Rules(label, rules))));
        }
        if (!data.getOptions().isEmpty()) {
            throw new IllegalArgumentException(label + " has options and subcommands; Discord allows one of the two");
        }
        return new Served(data, rules, withSubcommands(subcommands, data, new Usable.Rules(label, rules)));
    }

    /**
     * Asks a user menu.
     *
     * @throws IllegalArgumentException naming what its author must mend
     */
    public static Served of(UserMenu menu) {
        CommandData data = Objects.requireNonNull(menu.data(), "a user menu's data() is null");
        String label = data.getName();
        if (data.getType() != Command.Type.USER) {
            throw new IllegalArgumentException(label + " is no user menu; make its data with Commands.user(name)");
        }
        CommandRules rules = required(menu.rules(), label);
        Usable usable = new Usable(
                new Usable.Id(Command.Type.USER, label),
                label,
                data,
                List.of(new Usable.Rules(label + " (user menu)", rules)),
                (event, language) ->
                        menu.handle(new UserMenuCall((UserContextInteractionEvent) event, label, language)),
                Usable.Completer.NONE,
                null);
        return new Served(data, rules, List.of(usable));
    }

    /**
     * The same, run on these threads: one that blocks them stops only what runs there.
     *
     * @param failed is told what has failed, as users see it, and why
     */
    public Served on(Executor threads, BiConsumer<String, Throwable> failed) {
        Usable.Owner owner = new Usable.Owner(threads, failed);
        return new Served(
                data, rules, usables.stream().map(usable -> usable.of(owner)).toList());
    }

    private static CommandRules required(CommandRules rules, String label) {
        return Objects.requireNonNull(rules, label + ": its rules() are null");
    }

    /** A forgotten {@code handle} shows at the start, not when somebody uses the command. */
    private static void requireHandled(SlashCommand command, SlashCommandData data, String label) {
        if (!data.getSubcommands().isEmpty() || !data.getSubcommandGroups().isEmpty()) {
            throw new IllegalArgumentException(label + " declares subcommands in data(); return them in subcommands()");
        }
        try {
            Class<?> handler =
                    command.getClass().getMethod("handle", CommandCall.class).getDeclaringClass();
            if (handler == SlashCommand.class) {
                throw new IllegalArgumentException(label + " has neither subcommands() nor handle()");
            }
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e); // the interface has it
        }
    }

    private static Usable itself(SlashCommand command, SlashCommandData data, Usable.Rules rules) {
        String label = rules.owner();
        List<OptionData> options = data.getOptions();
        return new Usable(
                new Usable.Id(Command.Type.SLASH, data.getName()),
                label,
                data,
                List.of(rules),
                (event, language) ->
                        command.handle(new CommandCall((SlashCommandInteractionEvent) event, label, options, language)),
                (event, language) -> command.complete(new CompletionCall(event, label, language)),
                null);
    }

    private static List<Usable> withSubcommands(
            List<? extends Subcommand> subcommands, SlashCommandData data, Usable.Rules parent) {
        Map<String, SubcommandGroupData> groups = new HashMap<>();
        List<Usable> usables = new ArrayList<>();
        for (Subcommand subcommand : subcommands) {
            SubcommandData own =
                    Objects.requireNonNull(subcommand.data(), parent.owner() + ": the data() of a subcommand is null");
            SubcommandGroup group = subcommand.group().orElse(null);
            if (group == null) {
                data.addSubcommands(own);
            } else {
                SubcommandGroupData known = groups.computeIfAbsent(group.name(), name -> added(group, data));
                if (!known.getDescription().equals(group.description())) {
                    throw new IllegalArgumentException("%s describes its group %s as '%s' and as '%s'"
                            .formatted(parent.owner(), group.name(), known.getDescription(), group.description()));
                }
                known.addSubcommands(own);
            }
            String path = group == null ? own.getName() : group.name() + ' ' + own.getName();
            usables.add(below(subcommand, own, data, path, parent));
        }
        return usables;
    }

    private static SubcommandGroupData added(SubcommandGroup group, SlashCommandData data) {
        SubcommandGroupData added = new SubcommandGroupData(group.name(), group.description());
        data.addSubcommandGroups(added);
        return added;
    }

    private static Usable below(
            Subcommand subcommand, SubcommandData own, SlashCommandData data, String path, Usable.Rules parent) {
        String label = parent.owner() + ' ' + path;
        List<OptionData> options = own.getOptions();
        return new Usable(
                new Usable.Id(Command.Type.SLASH, data.getName() + ' ' + path),
                label,
                data,
                List.of(parent, new Usable.Rules(label, required(subcommand.rules(), label))),
                (event, language) -> subcommand.handle(
                        new CommandCall((SlashCommandInteractionEvent) event, label, options, language)),
                (event, language) -> subcommand.complete(new CompletionCall(event, label, language)),
                null);
    }

    /** As users see it: {@code /notify-test}, or a user menu's name. */
    public String name() {
        return data.getType() == Command.Type.USER ? data.getName() : "/" + data.getName();
    }

    /** What it is, unique among all: {@code command /notify-test}, {@code user menu "History"}. */
    public String label() {
        return data.getType() == Command.Type.USER
                ? "user menu \"" + data.getName() + '"'
                : "command /" + data.getName();
    }

    /** As Discord is to know it, with its subcommands. */
    public CommandData data() {
        return data;
    }

    Audience audience() {
        return rules.audience();
    }

    List<Usable> usables() {
        return usables;
    }
}
