package app.moddy.bot.testing;

import app.moddy.sandbox.SandboxPlace;
import app.moddy.sandbox.SandboxReply;
import app.moddy.sandbox.SandboxUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command or user menu of the bot's as a test uses it. Immutable.
 *
 * @param name without a slash
 * @param target whom the menu is opened on; null for a command
 * @param options by name: text, numbers, Booleans, users and so on, as {@link SandboxPlace#runs} takes them; never changed
 * @param isForStaff whether its rules are those of staff; else it is for everyone
 * @param says a part of the English reply when all goes well, which is in no refusal and in no notice of core's
 * @param gate {@code replies} or {@code store} of {@link EachCommand}: before what it needs for this reply
 */
public record UsedCommand(
        String name,
        Map<String, ?> options,
        @Nullable SandboxUser target,
        boolean isForStaff,
        String says,
        PortGate gate) {
    /** A command of staff's. */
    public static UsedCommand ofStaff(String name, Map<String, ?> options, String says, PortGate gate) {
        return new UsedCommand(name, options, null, true, says, gate);
    }

    /** A command of everyone's. */
    public static UsedCommand ofEveryone(String name, Map<String, ?> options, String says, PortGate gate) {
        return new UsedCommand(name, options, null, false, says, gate);
    }

    /** A user menu of staff's, opened on this user. */
    public static UsedCommand menuOfStaff(String name, SandboxUser target, String says, PortGate gate) {
        return new UsedCommand(name, Map.of(), target, true, says, gate);
    }

    /** Somebody uses it. */
    public SandboxReply in(SandboxPlace place) {
        return target == null ? place.runs("/" + name, options) : place.opens(name, target);
    }

    /** What it is called in a test's report. */
    @Override
    public String toString() {
        return name;
    }
}
