package app.moddy.dist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.moddy.sandbox.SandboxEmbed;
import app.moddy.sandbox.SandboxMessage;
import app.moddy.sandbox.SandboxUser;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in the users' DMs in the end, against what was promised. */
final class Mailbox {
    private final Ledger ledger;
    private final Map<String, Letter> byRef = new HashMap<>();
    private final Set<String> texts = new HashSet<>();

    private Mailbox(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A DM as far as it matters.
     *
     * @param text as its request had it: the user, and a number that grows
     */
    record Letter(String user, String ref, String text) {
        private static final Pattern REF = Pattern.compile("Ref (\\d+)");

        static Letter of(SandboxMessage message) {
            SandboxEmbed embed = message.embeds().get(0);
            Matcher ref = REF.matcher(embed.footer());
            if (!ref.find()) {
                throw new AssertionError("no ref in " + message);
            }
            return new Letter(
                    message.recipient(), ref.group(1), embed.fields().get(0).value());
        }

        int number() {
            return Integer.parseInt(text.substring(text.lastIndexOf('n') + 1));
        }
    }

    /**
     * Fails unless everything that was promised is in exactly one DM, that of its user, and nothing is there twice.
     *
     * @param inOrder whether each user's are to be in the order in which they were accepted
     * @return a line of figures
     */
    static String check(Ledger ledger, Collection<SandboxUser> users, boolean inOrder) {
        Mailbox mailbox = new Mailbox(ledger);
        users.forEach(user -> mailbox.read(user, inOrder));
        return mailbox.compare();
    }

    private void read(SandboxUser user, boolean inOrder) {
        int before = 0;
        for (SandboxMessage message : user.directMessages()) {
            Letter letter = Letter.of(message);
            Letter same = byRef.putIfAbsent(letter.ref(), letter);
            assertThat(same).as("sent twice: %s", letter).isNull();
            assertThat(texts.add(letter.text()))
                    .as("one request, two notifications: %s", letter)
                    .isTrue();
            if (inOrder) {
                assertThat(letter.number()).as("order of %s", user).isGreaterThan(before);
            }
            before = letter.number();
        }
    }

    private String compare() {
        List<Ledger.Promise> promises = ledger.promises();
        Map<String, Letter> strangers = new TreeMap<>(byRef);
        for (Ledger.Promise promise : promises) {
            strangers.remove(promise.id());
            assertThat(byRef.get(promise.id()))
                    .as("promised: %s", promise)
                    .isEqualTo(new Letter(promise.user(), promise.id(), promise.text()));
        }
        Set<String> unanswered = ledger.unanswered();
        strangers
                .values()
                .forEach(letter -> assertThat(unanswered)
                        .as("nobody asked for it: %s", letter)
                        .contains(letter.text()));
        long keyed = promises.stream().filter(Ledger.Promise::keyed).count();
        return promises.size() + " promised (" + keyed + " of them with a key), each in one DM; " + unanswered.size()
                + " without answer, " + strangers.size() + " of them arrived";
    }
}
