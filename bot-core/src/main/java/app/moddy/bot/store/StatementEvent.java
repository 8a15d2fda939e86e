package app.moddy.bot.store;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * One statement that was run, for JDK Flight Recorder. Costs nothing unless a recording asks for it; it says nothing of the
 * statement's arguments.
 */
@Name("app.moddy.Statement")
@Label("Statement")
@Category({"Moddy", "Store"})
@Enabled(false)
@StackTrace(false)
final class StatementEvent extends Event {
    @Label("SQL")
    String sql = "";
}
