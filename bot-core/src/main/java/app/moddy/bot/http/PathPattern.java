package app.moddy.bot.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path of an endpoint, segment by segment: a name, or a parameter such as <code>{id}</code> that stands for any one
 * value. Immutable.
 */
final class PathPattern {
    /** What needs no percent-encoding (RFC 3986 §2.3), so that each value has one way to be written. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._~-]+");

    private static final Pattern PATH = Pattern.compile("/internal(/[a-z0-9._-]+|/\\{[a-z][a-z0-9_]*})+");

    private final List<String> segments;

    private PathPattern(List<String> segments) {
        this.segments = segments;
    }

    /** @throws IllegalArgumentException for what is no path of a route */
    static PathPattern of(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("the path '" + path + "' of a route must be /internal/ and then names of"
                    + " a-z, 0-9, '.', '_' and '-', or parameters such as {id}, with '/' between them");
        }
        List<String> segments = split(path);
        List<String> parameters =
                segments.stream().filter(PathPattern::isParameter).toList();
        if (Set.copyOf(parameters).size() < parameters.size()) {
            throw new IllegalArgumentException("the path '" + path + "' of a route has a parameter twice");
        }
        return new PathPattern(segments);
    }

    /** Whether a parameter can have this value; one that is a dot segment is left out by clients and proxies. */
    static boolean isValue(String value) {
        return VALUE.matcher(value).matches() && !value.equals(".") && !value.equals("..");
    }

    /** The values of the parameters by name, when it is a path of this pattern. */
    Optional<Map<String, String>> match(String path) {
        List<String> asked = split(path);
        if (asked.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String segment = segments.get(i);
            if (isParameter(segment) && isValue(asked.get(i))) {
                values.put(segment.substring(1, segment.length() - 1), asked.get(i));
            } else if (!segment.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    int parameterCount() {
        return (int) segments.stream().filter(PathPattern::isParameter).count();
    }

    /** Whether there is a path of both patterns, and neither has a name wherever the other has one. */
    boolean isAmbiguousWith(PathPattern other) {
        if (segments.size() != other.segments.size()) {
            return false;
        }
        boolean onlyMine = false;
        boolean onlyTheirs = false;
        for (int i = 0; i < segments.size(); i++) {
            boolean mine = !isParameter(segments.get(i));
            boolean theirs = !isParameter(other.segments.get(i));
            if (mine && theirs && !segments.get(i).equals(other.segments.get(i))) {
                return false;
            }
            onlyMine |= mine && !theirs;
            onlyTheirs |= theirs && !mine;
        }
        return onlyMine == onlyTheirs;
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /** With its empty segments: they match nothing. */
    private static List<String> split(String path) {
        List<String> segments = new ArrayList<>();
        int begin = 0;
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', begin)) {
            segments.add(path.substring(begin, end));
            begin = end + 1;
        }
        segments.add(path.substring(begin));
        return segments;
    }
}
