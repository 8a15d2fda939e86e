package app.moddy.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of texts in columns. For one thread. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(heads);
    }

    Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
        return this;
    }

    /** The same, and below it what the reader should know. */
    void print(String title, String note) {
        print(title);
        System.out.println("\n" + note);
    }

    /** Prints it as Markdown has tables, so that it can be pasted into the docs. */
    void print(String title) {
        System.out.println("\n" + title + "\n");
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            System.out.println(line(rows.get(i), widths, ' '));
            if (i == 0) {
                String[] none = new String[columns];
                Arrays.fill(none, "");
                System.out.println(line(none, widths, '-'));
            }
        }
    }

    private static String line(String[] cells, int[] widths, char fill) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < cells.length; i++) {
            line.append(fill).append(cells[i]);
            line.append(String.valueOf(fill).repeat(widths[i] - cells[i].length()))
                    .append(fill)
                    .append('|');
        }
        return line.toString();
    }
}
