package app.moddy.notifications;

import app.moddy.bot.testing.Eventually;
import app.moddy.sandbox.SandboxPlace;
import app.moddy.sandbox.SandboxReply;
import java.util.List;
import java.util.Map;

/** Ada, who is staff, and what she sees. */
final class StaffAtWork {
    private final Play play;

    StaffAtWork(Play play) {
        this.play = play;
    }

    /** In the guild where she is staff. */
    SandboxPlace place() {
        return play.scene().ada().in(play.scene().guild());
    }

    /** Runs a command that is there, or will be in a moment. */
    SandboxReply run(String command, Map<String, ?> options) {
        play.scene().guild().awaitCommand(command);
        return place().runs("/" + command, options).await();
    }

    /** What she reads: the text and the embed's, line by line. */
    static List<String> lines(SandboxReply reply) {
        String embeds = String.join(
                "\n", reply.embeds().stream().map(embed -> embed.description()).toList());
        return (reply.content() + "\n" + embeds)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    String says(String command, Map<String, ?> options) {
        return String.join("\n", lines(run(command, options)));
    }

    /** Waits until the audit log has these lines and no others of what was done. */
    void awaitAudited(String... what) {
        await("SELECT what FROM audit WHERE what NOT LIKE 'looked at %' ORDER BY id", List.of(what));
    }

    /** Waits until the audit log has these lines and no others of what was looked at. */
    void awaitLooks(String... what) {
        await("SELECT what FROM audit WHERE what LIKE 'looked at %' ORDER BY id", List.of(what));
    }

    private void await(String select, List<String> expected) {
        Eventually.isTrue("audited " + expected, () -> play.kept().rows(select).equals(expected));
    }
}
