package app.moddy.bot.http;

import app.moddy.bot.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who presents one of the secrets may call. Thread-safe. */
final class BearerAuth {
    /** What the {@code Authorization} headers of a request are. */
    enum Verdict {
        RIGHT,
        MISSING,
        MALFORMED,
        WRONG
    }

    private static final Logger log = LoggerFactory.getLogger(BearerAuth.class);
    /** The scheme's name has no case: RFC 9110 §11.1. */
    private static final Pattern BEARER = Pattern.compile("bearer +([^ ].*)", Pattern.CASE_INSENSITIVE);

    private static final int MOST_ADDRESSES = 1_000;

    private final List<Secret> secrets;

    /** How often each of the last addresses had a wrong secret. */
    private final Map<String, Long> wrong = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    BearerAuth(List<Secret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /**
     * @param headers the values of every {@code Authorization} header, each byte a character as HTTP has it
     * @param caller the caller's address, for the log
     */
    Verdict check(List<String> headers, String caller) {
        if (headers.isEmpty()) {
            return Verdict.MISSING;
        }
        Matcher bearer = BEARER.matcher(headers.get(0).strip());
        if (headers.size() > 1 || !bearer.matches()) {
            return Verdict.MALFORMED;
        }
        String presented = new String(bearer.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (matchesAny(presented)) {
            return Verdict.RIGHT;
        }
        count(caller);
        return Verdict.WRONG;
    }

    /** Tries every secret, so that the time does not tell which one it was. */
    private boolean matchesAny(String presented) {
        boolean right = false;
        for (Secret secret : secrets) {
            right |= secret.matches(presented);
        }
        return right;
    }

    private void count(String caller) {
        long count;
        synchronized (wrong) {
            count = wrong.merge(caller, 1L, Long::sum);
        }
        if (isPowerOfTen(count)) {
            log.warn("Wrong internal API secret from {} ({} wrong so far)", caller, count);
        }
    }

    private static boolean isPowerOfTen(long count) {
        long rest = count;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}
