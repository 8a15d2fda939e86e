package app.moddy.bot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a program speaks to people, in UTF-8 as the log does: cron and {@code docker exec} have no locale, and say {@code ?}. */
final class Terminal {
    private Terminal() {}

    static PrintStream out() {
        return utf8(FileDescriptor.out);
    }

    static PrintStream err() {
        return utf8(FileDescriptor.err);
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
