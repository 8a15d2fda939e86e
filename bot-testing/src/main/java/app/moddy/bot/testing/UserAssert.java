package app.moddy.bot.testing;

import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** What a user has got in direct messages. */
public final class UserAssert extends AbstractAssert<UserAssert, SandboxUser> {
    UserAssert(SandboxUser user) {
        super(user, UserAssert.class);
    }

    /** So many are there by now. */
    public UserAssert hasDirectMessages(int count) {
        List<SandboxMessage> found = actual.directMessages();
        if (found.size() != count) {
            throw failure("Expected %d direct messages for %s, not %d:%n%s", count, actual, found.size(), shown(found));
        }
        return this;
    }

    /** None is there by now. */
    public UserAssert hasNoDirectMessages() {
        return hasDirectMessages(0);
    }

    /** The oldest that no call of this, and none of {@link SandboxUser#awaitDirectMessage}, has given; waits for it, at most 10 s. */
    public MessageAssert nextDirectMessage() {
        return new MessageAssert(actual.awaitDirectMessage());
    }

    private static String shown(List<SandboxMessage> messages) {
        return messages.stream()
                .map(message -> "  " + Shown.message(message).replace("\n", "\n  "))
                .collect(Collectors.joining("\n"));
    }
}
