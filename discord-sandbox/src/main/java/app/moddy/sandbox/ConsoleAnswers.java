package app.moddy.sandbox;

import app.moddy.sandbox.console.Buttons;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the last command of each user came to, and the buttons that can be pressed since. Guarded by the console's lock,
 * but for {@link #forgetFailure}.
 */
final class ConsoleAnswers {
    private final DiscordSandbox discord;
    private final ConsoleScreen screen;
    /** By the user's name; empty when the command failed. */
    private final Map<String, Optional<SandboxReply>> answers = new ConcurrentHashMap<>();

    ConsoleAnswers(DiscordSandbox discord, ConsoleScreen screen) {
        this.discord = discord;
        this.screen = screen;
    }

    /** The last command failed, as far as is known: until an answer comes there is nothing to press. */
    void fail(String user) {
        answers.put(user, Optional.empty());
    }

    /** Lets the user press again; called on any thread. */
    void forgetFailure(String user) {
        answers.remove(user, Optional.empty());
    }

    /** Waits for the answer, keeps and shows it. */
    void answer(String user, SandboxReply reply, String to) {
        reply.await();
        answers.put(user, Optional.of(reply));
        String seenBy = reply.isEphemeral() ? " (only " + user + " sees this)" : "";
        screen.show("Answer to " + to + seenBy, reply.message());
        reply.followUps().forEach(message -> screen.show("Further answer to " + to, message));
    }

    /**
     * Presses a button of the last answer, or of the newest direct message when the answer has none.
     *
     * @throws IllegalStateException when the last command failed
     * @throws IllegalArgumentException when it is not clear which button is meant, or none is there
     */
    void press(String user, String label) {
        Optional<SandboxReply> last = answers.get(user);
        if (last != null && last.isEmpty()) {
            throw new IllegalStateException("your last command failed, so there is no button; run it again first");
        }
        Buttons ofAnswer = last == null ? new Buttons(Map.of()) : buttons(last.orElseThrow());
        if (last != null && !ofAnswer.isEmpty()) {
            String button = ofAnswer.meant(label);
            answer(user, last.orElseThrow().press(button), ofAnswer.label(button));
        } else {
            pressInDms(user, label);
        }
    }

    private void pressInDms(String user, String label) {
        SandboxMessage carrier = discord.user(user).directMessages().stream()
                .filter(message -> !Buttons.of(List.of(message.raw())).isEmpty())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IllegalArgumentException("no button is there for " + user + " to press"));
        Buttons ofMessage = Buttons.of(List.of(carrier.raw()));
        String button = ofMessage.meant(label);
        answer(user, discord.user(user).presses(carrier, button), ofMessage.label(button));
    }

    private static Buttons buttons(SandboxReply reply) {
        List<JsonNode> messages = new ArrayList<>(reply.isDeleted() ? List.of() : List.of(reply.raw()));
        reply.followUps().forEach(message -> messages.add(message.raw()));
        return Buttons.of(messages);
    }
}
