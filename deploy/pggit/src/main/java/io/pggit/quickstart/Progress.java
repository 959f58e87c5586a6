package io.pggit.quickstart;

import io.pggit.cli.terminal.Style;
import io.pggit.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;

/** What has been done so far, a line each, with the seconds since the beginning. Thread-safe. */
final class Progress {
    private final Terminal terminal;
    private final Instant begin = Instant.now();

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    synchronized void done(String what) {
        double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
        terminal.line(terminal.styled(Style.FAINT, String.format("  %5.1f s", seconds)) + "  " + what);
    }
}
