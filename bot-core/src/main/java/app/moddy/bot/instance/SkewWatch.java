package app.moddy.bot.instance;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when this machine's clock is too far from the database server's, once, and when it is well again. Measured by one thread;
 * whoever wants may ask.
 */
final class SkewWatch {
    private static final Logger log = LoggerFactory.getLogger(SkewWatch.class);

    /** So far a clock that is kept right never is. */
    static final Duration NOTABLE = Duration.ofSeconds(5);

    /**
     * Nothing more is sent 35 s before a lease ends by the clock of its holder; another takes it over when it has ended by its own.
     * Two that are each so far from the server are 30 s apart; the rest is for what is measured wrongly.
     */
    static final Duration BORNE = Duration.ofSeconds(15);

    /** What was last said. */
    private enum Said {
        WELL,
        NOTABLE,
        NOT_BORNE
    }

    private volatile @Nullable Skew last;
    private Said said = Said.WELL;

    /** How far it was when last measured; empty: it never was. */
    Optional<Skew> last() {
        return Optional.ofNullable(last);
    }

    void measured(Skew skew) {
        last = skew;
        if (skew.isSurelyOver(BORNE) && said != Said.NOT_BORNE) {
            said = Said.NOT_BORNE;
            log.error(
                    "The clock of this machine is {} s {} that of the database server, more than leases bear: beside another"
                            + " instance notifications may be sent twice. Keep all clocks right (NTP), then restart this one",
                    skew.ahead().abs().toSeconds(),
                    direction(skew));
        } else if (skew.isSurelyOver(NOTABLE) && said == Said.WELL) {
            said = Said.NOTABLE;
            log.warn(
                    "The clock of this machine is {} s {} that of the database server: keep all clocks right (NTP)",
                    skew.ahead().abs().toSeconds(),
                    direction(skew));
        } else if (skew.isSurelyWithin(NOTABLE) && said != Said.WELL) {
            said = Said.WELL;
            log.warn("The clock of this machine is right again");
        }
    }

    private static String direction(Skew skew) {
        return skew.ahead().isNegative() ? "behind" : "ahead of";
    }
}
