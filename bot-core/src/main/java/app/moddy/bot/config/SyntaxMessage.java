package app.moddy.bot.config;

import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What a person is told about text that is no YAML: line, column and reason, never a part of the text. */
final class SyntaxMessage {
    private SyntaxMessage() {}

    static String of(YAMLException e, String yaml) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Mark mark = marked.getProblemMark();
            return position(mark.getLine(), mark.getColumn()) + plain(Objects.toString(marked.getProblem(), ""));
        }
        if (e instanceof ReaderException unreadable) {
            String before = yaml.substring(0, Math.min(unreadable.getPosition(), yaml.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count();
            return position(line, before.length() - before.lastIndexOf('\n') - 1)
                    + String.format("character U+%04X is not allowed", unreadable.getCodePoint());
        }
        return Objects.toString(e.getMessage(), "is no YAML");
    }

    private static String position(int line, int column) {
        return "line " + (line + 1) + ", column " + (column + 1) + ": ";
    }

    /** The library's words, except where they quote the text (a password may begin with a star) or help nobody. */
    private static String plain(String problem) {
        if (problem.startsWith("found undefined alias")) {
            return "no such alias; quote a text that begins with *";
        }
        if (problem.startsWith("found undefined tag handle")) {
            return "no such tag; quote a text that begins with !";
        }
        if (problem.startsWith("found character '\\t(TAB)'")) {
            return "indent with spaces, not with tabs";
        }
        if (problem.equals("but found another document")) {
            return "a second document begins here; keep one";
        }
        return problem;
    }
}
