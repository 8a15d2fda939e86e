package app.moddy.bot.store;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Works that go into one transaction: as many of those that wait as there is time for, at least one. For one thread at a time.
 */
final class Group {
    /** One that was held up has waited for seconds: less of it than that would make the next one wait as long. */
    private static final Duration HELD_UP = Duration.ofSeconds(2);

    private final Duration longest;
    private List<Write<?>> works;
    private List<Write<?>> left = List.of();

    /** @param longest so long after they have begun no other one begins */
    Group(List<Write<?>> works, Duration longest) {
        this.works = works;
        this.longest = longest;
    }

    /** Those that are in it. */
    List<Write<?>> works() {
        return works;
    }

    /** Those that there was no time for: nothing of them is written. */
    List<Write<?>> left() {
        return left;
    }

    /** Does them in their order inside a transaction; false: with the last that was done nothing may be kept of it. */
    boolean runAmong(Statements sql) {
        return run(work -> work.runAmong(sql), longest);
    }

    /**
     * Does them, each undone alone if it fails.
     *
     * @param heldUp whether one of them has waited for what others had locked
     */
    void runApart(Statements sql, boolean heldUp) {
        Duration turn = heldUp && longest.compareTo(HELD_UP) < 0 ? HELD_UP : longest;
        run(
                work -> {
                    work.runApart(sql);
                    return true;
                },
                turn);
    }

    private boolean run(Predicate<Write<?>> each, Duration turn) {
        long begun = System.nanoTime();
        for (int i = 0; i < works.size(); i++) {
            if (i > 0 && System.nanoTime() - begun > turn.toNanos()) {
                leave(i);
            } else if (!each.test(works.get(i))) {
                return false;
            }
        }
        return true;
    }

    private void leave(int from) {
        List<Write<?>> more = works.subList(from, works.size());
        left = left.isEmpty()
                ? more
                : Stream.concat(more.stream(), left.stream()).toList();
        works = works.subList(0, from);
    }
}
