package app.moddy.bot.discord;

import app.moddy.bot.discord.Alarms.Raised;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log and staff hear of alarms. Thread-safe. */
final class AlarmNews {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);

    private final StaffChannel staff;
    private volatile BooleanSupplier tellsStaff = () -> true;

    AlarmNews(StaffChannel staff) {
        this.staff = staff;
    }

    /** Of several instances only the one that knows staff's channel tells them. */
    void tellStaffIf(BooleanSupplier condition) {
        tellsStaff = condition;
    }

    /** It is there since the last run. */
    void loaded(Alarm.Kind kind, Raised alarm) {
        log.warn("{}: {} (since {}; next try at {})", kind, AlarmRule.raised(kind), alarm.since(), alarm.nextProbe());
    }

    void raised(Alarm.Kind kind) {
        log.error("{}: {}", kind, AlarmRule.raised(kind));
        if (kind != Alarm.Kind.TOKEN_REFUSED) { // then nothing can be said
            tell("🚨 " + AlarmRule.raised(kind));
        }
    }

    /** It was tried in vain. */
    void still(Alarm.Kind kind, Raised alarm) {
        log.warn("Still {}: {} (next try at {})", kind, AlarmRule.raised(kind), alarm.nextProbe());
    }

    void heard(Alarm.Kind kind, Raised alarm) {
        log.warn(
                "{}, as another instance has heard: {} (next try at {})",
                kind,
                AlarmRule.raised(kind),
                alarm.nextProbe());
        tell("🚨 " + AlarmRule.raised(kind));
    }

    void cleared(Alarm.Kind kind) {
        log.info("{} is over: {}", kind, AlarmRule.cleared(kind));
        if (AlarmRule.isShared(kind)) {
            tell("✅ " + AlarmRule.cleared(kind));
        } else {
            staff.tell("✅ " + AlarmRule.cleared(kind));
        }
    }

    void heardThatItIsOver(Alarm.Kind kind) {
        log.info("{} is over, as another instance has found: {}", kind, AlarmRule.cleared(kind));
        tell("✅ " + AlarmRule.cleared(kind));
    }

    private void tell(String text) {
        if (tellsStaff.getAsBoolean()) {
            staff.tell(text);
        }
    }
}
