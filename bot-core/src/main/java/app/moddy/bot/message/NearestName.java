package app.moddy.bot.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;

/** Finds the name that was probably meant. */
final class NearestName {
    private NearestName() {}

    /** The fault that there is no such thing, and how to mend it. */
    static String unknown(String what, String name, Collection<String> known) {
        return "unknown %s '%s'%s".formatted(what, name, hint(name, known));
    }

    /** How to mend an unknown name: the nearest known one, or all of them. */
    static String hint(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest ->
                        distance(name, nearest) <= Math.max(name.length() / 3, Math.min(2, name.length() / 2)))
                .map("; did you mean '%s'?"::formatted)
                .orElseGet(() -> known.isEmpty()
                        ? "; there are none"
                        : "; there are: " + String.join(", ", new TreeSet<>(known)));
    }

    /** The least number of letters to insert, remove or replace (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
