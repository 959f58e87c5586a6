package io.pggit.cli;

import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;

/** Unified diffs, coloured by line. */
final class PatchText {
    private final Terminal terminal;

    PatchText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(String patch) {
        Printable.text(patch).lines().forEach(line -> terminal.line(styled(line)));
    }

    private String styled(String line) {
        if (line.startsWith("diff ") || line.startsWith("+++") || line.startsWith("---")) {
            return terminal.styled(Style.BOLD, line);
        }
        if (line.startsWith("@@")) {
            return terminal.styled(Style.NOTE, line);
        }
        if (line.startsWith("+")) {
            return terminal.styled(Style.GOOD, line);
        }
        return line.startsWith("-") ? terminal.styled(Style.BAD, line) : line;
    }
}
