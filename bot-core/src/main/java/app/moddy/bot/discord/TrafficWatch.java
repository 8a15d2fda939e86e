package app.moddy.bot.discord;

import java.time.Duration;

/** Draws from the traffic what it says of the pace, of Discord's limits and health, and of our token. Thread-safe. */
final class TrafficWatch implements Traffic {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Admission admission;
    private final Pauses pauses;
    private final RestHealth health;
    private final Alarms alarms;
    private volatile boolean everAuthorised;

    TrafficWatch(Admission admission, Pauses pauses, RestHealth health, Alarms alarms) {
        this.admission = admission;
        this.pauses = pauses;
        this.health = health;
        this.alarms = alarms;
    }

    @Override
    public void unpaid() {
        admission.charge();
    }

    @Override
    public void answered(int httpStatus, int code) {
        health.answered(httpStatus);
        if (httpStatus >= 400) {
            admission.trouble();
        }
        if (httpStatus == UNAUTHORIZED) {
            if (everAuthorised) { // else it is the first login's affair
                alarms.raise(Alarm.Kind.TOKEN_REFUSED);
            }
        } else if (isAuthorised(httpStatus, code)) {
            everAuthorised = true;
            alarms.clear(Alarm.Kind.TOKEN_REFUSED);
        }
    }

    /** Whether Discord looked at what we want: limits, and what stands before Discord, do not look at the token. */
    private static boolean isAuthorised(int httpStatus, int code) {
        return httpStatus < 300 || (code > 0 && httpStatus < 500 && httpStatus != TOO_MANY_REQUESTS);
    }

    @Override
    public void failed() {
        admission.trouble();
        health.failed();
    }

    @Override
    public void limited(Scope scope, Duration pause) {
        pauses.told(scope, pause);
    }
}
