package app.moddy.notifications.delivery;

import app.moddy.bot.time.Timer;
import java.time.Duration;

/** Never runs anything: the time does not go on. */
record NoTimer() implements Timer {
    @Override
    public void execute(Runnable task) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void after(Duration delay, Runnable task) {}
}
