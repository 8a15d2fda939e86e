package app.moddy.bot.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.Permission;

/**
 * Who may use a command, and how often. Begin with whom it is for, then add: {@code
 * CommandRules.staff().botNeeds(Permission.MANAGE_ROLES).cooldown(Cooldown.perGuild(Duration.ofMinutes(1)))}. Rules are checked
 * before the command runs, while options are completed, and when a button below its reply is pressed. Immutable.
 */
public final class CommandRules {
    private final Audience audience;
    private final List<Permission> ofCaller;
    private final List<Permission> ofBot;
    private final List<Cooldown> cooldowns;

    private CommandRules(
            Audience audience, List<Permission> ofCaller, List<Permission> ofBot, List<Cooldown> cooldowns) {
        this.audience = audience;
        this.ofCaller = List.copyOf(ofCaller);
        this.ofBot = List.copyOf(ofBot);
        this.cooldowns = List.copyOf(cooldowns);
    }

    private static CommandRules of(Audience audience) {
        return new CommandRules(audience, List.of(), List.of(), List.of());
    }

    /** For the bot's owners ({@code staff.owners}) in staff guilds, and there alone. */
    public static CommandRules owner() {
        return of(Audience.OWNER);
    }

    /** For staff and owners in staff guilds, and there alone. */
    public static CommandRules staff() {
        return of(Audience.STAFF);
    }

    /** For everyone, in guilds and in direct messages with the bot: {@code data().setContexts} says where. */
    public static CommandRules everyone() {
        return of(Audience.EVERYONE);
    }

    /** The caller must also have these permissions in the channel; in direct messages nobody has. */
    public CommandRules callerNeeds(Permission... permissions) {
        return new CommandRules(audience, and(ofCaller, Arrays.asList(permissions)), ofBot, cooldowns);
    }

    /** The bot must have these permissions in the channel; in direct messages it has none. */
    public CommandRules botNeeds(Permission... permissions) {
        return new CommandRules(audience, ofCaller, and(ofBot, Arrays.asList(permissions)), cooldowns);
    }

    /** Not again for a while; of several cooldowns each holds. */
    public CommandRules cooldown(Cooldown cooldown) {
        return new CommandRules(audience, ofCaller, ofBot, and(cooldowns, List.of(cooldown)));
    }

    Audience audience() {
        return audience;
    }

    List<Permission> ofCaller() {
        return ofCaller;
    }

    List<Permission> ofBot() {
        return ofBot;
    }

    List<Cooldown> cooldowns() {
        return cooldowns;
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
