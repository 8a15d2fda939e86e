package app.moddy.bot.store;

/** What can be wrong with a database that is none of our bugs. */
enum Trouble {
    /** No room. */
    FULL("the disk is full", "Make room on it"),
    /** We may not write. */
    READ_ONLY("the database is read-only", "Give the bot's user the right to write to the folder and the files in it"),
    /** The disk fails. */
    BROKEN_DISK("the disk fails", "Look at the machine's own log"),
    /** What is in the file makes no sense. */
    DAMAGED(
            "its file is no database, or a damaged one",
            "Stop the bot, and restore a backup; or move the file and those beside it with the same beginning away"),
    /** Somebody else has it. */
    HELD("another program holds the database", "Close that program"),
    /** It can not be opened. */
    UNREACHABLE(
            "the database file can not be opened",
            "See that it is there, and that the bot's user may read and write it"),
    /** Of SQLite there is a library for this machine in the driver's jar. */
    NO_LIBRARY(
            "SQLite's library can not be unpacked or run",
            "See that tmp in the data folder, else the system's folder for temporary files, can be written to, has room and"
                    + " is not mounted noexec"),
    /** The server is down, or not to be reached. */
    NO_ANSWER("the database server does not answer", "See that PostgreSQL runs, and that DATABASE_URL says where"),
    /** A standby, or one that was told to. */
    STANDBY("the database server takes no writes", "Name the primary in DATABASE_URL"),
    /** It knows us not. */
    REFUSED(
            "the database server refuses the user, the password or the database",
            "Mend DATABASE_URL, or what the server knows of them"),
    /** Others have them all. */
    NO_CONNECTION(
            "the database server has no connection left", "Raise its max_connections; an instance takes up to six"),
    /** Its user may not. */
    NOT_ALLOWED("the database's user may not do that", "Make the bot's user the owner of its tables"),
    /** Other instances, or people, have changed the same. */
    CONFLICT("others change the same rows again and again", "See what else is at work in the database"),
    /** Not one of the above. */
    OTHER("the database fails", "The reason is below");

    private final String what;
    private final String mend;

    Trouble(String what, String mend) {
        this.what = what;
        this.mend = mend;
    }

    /** By SQLite's primary result code (<a href="https://www.sqlite.org/rescode.html">SQLite: result codes</a>). */
    static Trouble of(int code) {
        return switch (code) {
            case 13 -> FULL;
            case 3, 8, 23 -> READ_ONLY;
            case 10 -> BROKEN_DISK;
            case 11, 26 -> DAMAGED;
            case 5, 6, 15 -> HELD;
            case 14 -> UNREACHABLE;
            default -> OTHER;
        };
    }

    /** What is wrong. */
    String what() {
        return what;
    }

    /** Whether it may be over without anybody's doing: a server starts, another takes over, connections are given back. */
    boolean passes() {
        return this == NO_ANSWER || this == STANDBY || this == NO_CONNECTION;
    }

    /** What an operator can do; a sentence without its full stop. */
    String mend() {
        return mend;
    }
}
