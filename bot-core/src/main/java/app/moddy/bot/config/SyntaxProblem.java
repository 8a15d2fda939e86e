package app.moddy.bot.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parser's words for what it has found, in words for who has written it. The parser quotes the text (a password may begin
 * with a star), these do not.
 */
final class SyntaxProblem {
    /** How the parser's words begin → ours. */
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    private static final String UNCLOSED = "found unexpected end of stream";
    private static final String NO_COLON = "could not find expected ':'";

    static {
        WORDS.put("found undefined alias", "no such alias; quote a text that begins with *");
        WORDS.put("found undefined tag handle", "no such tag; quote a text that begins with !");
        WORDS.put("unexpected character found", "quote a text that begins with * or &");
        WORDS.put("found character '\\t(TAB)'", "indent with spaces, not with tabs");
        WORDS.put("found character '\\t", "indent with spaces, not with tabs");
        WORDS.put("found character", "quote a text that begins with @, ` or %");
        WORDS.put("but found another document", "a second document begins here; keep one");
        WORDS.put(
                "mapping values are not allowed here",
                "this ':' cannot be here: quote a text that has ': ' in it; or this line is indented too far, or the one"
                        + " above it lacks its ':'");
        WORDS.put(UNCLOSED, "this quote is never closed");
        WORDS.put(NO_COLON, "this key lacks its ':'");
        WORDS.put("found unknown escape character", "in double quotes write \\\\ for \\, or use single quotes");
        WORDS.put("expected chomping or indentation indicators", "quote a text that begins with > or |");
        for (String next : List.of("<scalar>", "[", "{", "<alias>", "<anchor>", "<tag>")) {
            WORDS.put(
                    "expected <block end>, but found '" + next + "'",
                    "the value goes on behind its closing quote or bracket; quote it as a whole");
        }
        WORDS.put("expected <block end>, but found '}'", "there is no { for this }; quote a text that has one");
        WORDS.put("expected <block end>, but found ']'", "there is no [ for this ]; quote a text that has one");
        WORDS.put(
                "expected <block end>, but found ','", "quote a text that begins with a quote or a bracket as a whole");
        WORDS.put(
                "expected <block end>, but found '-'",
                "a list (-) stands among keys (key: value); indent it, or choose one");
        WORDS.put(
                "expected <block end>, but found '?'",
                "a key (key: value) stands in a list (-); indent it, or choose one");
        WORDS.put(
                "expected <block end>",
                "this line is indented unlike those that it belongs to; begin them in the same column");
        WORDS.put(
                "expected '<document start>'",
                "this line is indented less than the first; begin all sections in the first column");
        WORDS.put("expected the node content", "a value is missing here; quote a text that begins with ], }, or ,");
    }

    private SyntaxProblem() {}

    /** Whether to look for it where what cannot be read begins, and not where the parser has given up. */
    static boolean isWhereItBegins(String problem, @Nullable String context) {
        return problem.equals(NO_COLON) || (problem.equals(UNCLOSED) && context != null && context.contains("quoted"));
    }

    /**
     * What is wrong.
     *
     * @param isReference whether it is in the braces of a reference to the environment
     * @param opened where that began which the parser was reading
     */
    static String plain(String problem, boolean isReference, String opened) {
        if (problem.startsWith("expected ',' or")) {
            return isReference
                    ? "in brackets and braces quote a reference: \"${NAME}\""
                    : "a comma or the closing bracket%s is missing; quote a text that has : or a bracket in it"
                            .formatted(opened);
        }
        return WORDS.entrySet().stream()
                .filter(words -> problem.startsWith(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("cannot be read from here on; look at indentation, quotes and colons here and above");
    }

    /** About a text that can be read, but must not be. */
    static String ofTheWhole(String problem) {
        if (problem.startsWith("Number of aliases")) {
            return "repeats other parts (*name) too often; write them out";
        }
        if (problem.startsWith("Nesting Depth")) {
            return "has too many sections in one another";
        }
        return problem.contains("exceeds the limit") ? "is too long" : "is no YAML";
    }
}
