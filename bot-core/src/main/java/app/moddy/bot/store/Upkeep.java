package app.moddy.bot.store;

import java.time.Duration;

/** What the writer does for the database beside writing. For one thread. */
interface Upkeep {
    /** Nothing. */
    Upkeep NONE = new Upkeep() {
        @Override
        public void written() {}

        @Override
        public Duration untilDue() {
            return IDLE;
        }

        @Override
        public void later() {}

        @Override
        public void run(Statements sql) {}
    };

    /** As good as never. */
    Duration IDLE = Duration.ofDays(1);

    /** Something was written. */
    void written();

    /** Until there is something to do; not positive: now. */
    Duration untilDue();

    /** Whatever comes of it now: not again at once. */
    void later();

    /** Does it. */
    void run(Statements sql);
}
