package app.moddy.bot.store;

import com.google.inject.AbstractModule;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that is full whenever a test says so: a replacement for {@code RunningBot}. Thread-safe. */
public final class DiskSpace extends AbstractModule {
    private final AtomicLong pages;

    private DiskSpace(long pages) {
        this.pages = new AtomicLong(pages);
    }

    /** Room for the tables, and for what fits into the pages that they take. */
    public static DiskSpace none() {
        return new DiskSpace(4); // of migrations that take more, as much as they take
    }

    /** Room for a database of this many pages of 4 KiB; an empty one takes some tens. */
    public static DiskSpace ofPages(long pages) {
        return new DiskSpace(pages);
    }

    /** There is room again for whatever comes after a write that failed. */
    public void makeRoom() {
        pages.set(0);
    }

    StoreLimits limits() {
        return new StoreLimits(
                StoreLimits.DEFAULT.synchronous(),
                pages::get,
                StoreLimits.DEFAULT.waitingWrites(),
                StoreLimits.DEFAULT.waitingReads(),
                StoreLimits.DEFAULT.logKept());
    }

    @Override
    protected void configure() {
        bind(StoreLimits.class).toInstance(limits());
    }
}
