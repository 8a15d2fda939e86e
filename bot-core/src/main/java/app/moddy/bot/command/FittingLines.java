package app.moddy.bot.command;

import java.util.List;
import java.util.function.IntFunction;

/** Lines for a place in which Discord takes only so many characters, such as an embed's description. */
public final class FittingLines {
    private FittingLines() {}

    /**
     * As many whole lines as there is room for, from the first one on, and below them how many are left out.
     *
     * @param room in characters, for all of it
     * @param more says how many are left out, in one line
     */
    public static String of(List<String> lines, int room, IntFunction<String> more) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = (i == 0 ? "" : "\n") + lines.get(i);
            int after = lines.size() - i - 1;
            int needed = line.length() + (after == 0 ? 0 : more.apply(after).length() + 1);
            if (text.length() + needed > room) {
                return text + (i == 0 ? "" : "\n") + more.apply(after + 1);
            }
            text.append(line);
        }
        return text.toString();
    }
}
