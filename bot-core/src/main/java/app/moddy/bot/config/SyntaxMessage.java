package app.moddy.bot.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** What a person is told about text that is no YAML: line, column and what is wrong, never a part of the text. */
final class SyntaxMessage {
    private SyntaxMessage() {}

    static String of(YAMLException e, String yaml) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return of(marked, yaml);
        }
        if (e instanceof ReaderException unreadable) {
            String before = yaml.substring(0, Math.min(unreadable.getPosition(), yaml.length()));
            int line = (int) before.chars().filter(c -> c == '\n').count();
            return position(line, before.length() - before.lastIndexOf('\n') - 1)
                    + String.format("character U+%04X is not allowed", unreadable.getCodePoint());
        }
        return SyntaxProblem.ofTheWhole(Objects.toString(e.getMessage(), ""));
    }

    private static String of(MarkedYAMLException e, String yaml) {
        String problem = Objects.toString(e.getProblem(), "");
        Mark at = e.getProblemMark();
        Mark begin = e.getContextMark();
        if (begin != null && SyntaxProblem.isWhereItBegins(problem, e.getContext())) {
            at = begin;
        }
        return position(at.getLine(), at.getColumn())
                + SyntaxProblem.plain(problem, isReference(at, yaml), opened(begin));
    }

    /** Whether a reference to the environment begins before this. */
    private static boolean isReference(Mark at, String yaml) {
        int index = yaml.offsetByCodePoints(0, Math.min(at.getIndex(), yaml.codePointCount(0, yaml.length())));
        return yaml.startsWith("${", index - 1);
    }

    private static String opened(@Nullable Mark begin) {
        return begin == null
                ? ""
                : " (opened in line %s, column %s)".formatted(begin.getLine() + 1, begin.getColumn() + 1);
    }

    private static String position(int line, int column) {
        return "line " + (line + 1) + ", column " + (column + 1) + ": ";
    }
}
