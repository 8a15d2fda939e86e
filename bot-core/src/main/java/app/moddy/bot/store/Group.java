package app.moddy.bot.store;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Works that go into one transaction: as many of those that wait as there is time for, at least one. For one thread at a time.
 */
final class Group {
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

    /** Those that there was no time for, which nobody has begun. */
    List<Write<?>> left() {
        return left;
    }

    /** Does them in their order inside a transaction; false: with the last that was done nothing may be kept of it. */
    boolean runAmong(Statements sql) {
        return run(work -> work.runAmong(sql));
    }

    /** Does them, each undone alone if it fails. */
    void runApart(Statements sql) {
        run(work -> {
            work.runApart(sql);
            return true;
        });
    }

    private boolean run(Predicate<Write<?>> each) {
        long begun = System.nanoTime();
        for (int i = 0; i < works.size(); i++) {
            if (i > 0 && System.nanoTime() - begun > longest.toNanos()) {
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
