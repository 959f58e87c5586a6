package io.pggit.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Rows in columns of equal width, two blanks apart. Cells are made {@link Printable}. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings. */
    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when it has more or fewer cells than there are headings
     */
    public Table row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(rows.get(0).size() + " columns, but " + cells.length + " cells");
        }
        rows.add(Arrays.stream(cells).map(Printable::line).toList());
        return this;
    }

    /** Prints it, headings first, each line behind {@code indent}. */
    public void print(Terminal terminal, String indent) {
        print(terminal, indent, row -> Style.PLAIN);
    }

    /** As {@link #print(Terminal, String)}, each row in a style chosen from its cells. */
    public void print(Terminal terminal, String indent, Function<List<String>, Style> style) {
        for (int i = 0; i < rows.size(); i++) {
            String line = indent + layOut(rows.get(i));
            terminal.line(terminal.styled(i == 0 ? Style.BOLD : style.apply(rows.get(i)), line));
        }
    }

    private String layOut(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width = rows.stream()
                    .mapToInt(other ->
                            other.get(at).codePointCount(0, other.get(at).length()))
                    .max()
                    .orElse(0);
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(width - cell.codePointCount(0, cell.length()) + 2));
        }
        return line.toString().stripTrailing();
    }
}
