package io.pggit.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Standard output and standard error of a command, in UTF-8 whatever the locale says. Callers make text from a database
 * {@link Printable} first.
 */
public final class Terminal {
    private final PrintStream out;
    private final PrintStream err;
    private final Colours colours;
    private final Reader reader;

    /** Who reads standard output. */
    public enum Reader {
        /** A person at a terminal, for whom long output is paged. */
        PERSON,
        /** A file or a program. */
        PROGRAM
    }

    /** Whether styles show. */
    public enum Colours {
        /** Escape sequences are written. */
        ON,
        /** Plain text. */
        OFF
    }

    /** Writes to {@code out} and {@code err}, for a program to read. */
    public Terminal(PrintStream out, PrintStream err, Colours colours) {
        this(out, err, colours, Reader.PROGRAM);
    }

    /** Writes to {@code out} and {@code err}. */
    public Terminal(PrintStream out, PrintStream err, Colours colours, Reader reader) {
        this.out = out;
        this.err = err;
        this.colours = colours;
        this.reader = reader;
    }

    /**
     * The terminal of this process. The launcher says in the property {@code pggit.terminal} whether standard output is
     * one, since Java 17 cannot tell; {@code NO_COLOR} (no-color.org) switches colours off.
     */
    public static Terminal system(Map<String, String> environment) {
        boolean shows = Boolean.getBoolean("pggit.terminal")
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                shows ? Colours.ON : Colours.OFF,
                Boolean.getBoolean("pggit.terminal") ? Reader.PERSON : Reader.PROGRAM);
    }

    /** Whether a person reads standard output. */
    public boolean isRead() {
        return reader == Reader.PERSON;
    }

    /** The same terminal with standard output going to {@code other}. */
    public Terminal to(PrintStream other) {
        return new Terminal(other, err, colours, Reader.PROGRAM);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Prints one line to standard output. */
    public void line(String text) {
        out.print(text + "\n");
        out.flush();
    }

    /** Prints an empty line to standard output. */
    public void line() {
        line("");
    }

    /** Prints text of our own, lines and all, to standard output. */
    public void text(String text) {
        out.print(text);
        out.flush();
    }

    /** Prints one line to standard error. */
    public void note(String text) {
        err.print(text + "\n");
        err.flush();
    }

    /** Prints one JSON value on one line of standard output. */
    public void json(JsonNode value) {
        line(value.toString());
    }

    /** {@code text} in {@code style} where colours are on. */
    public String styled(Style style, String text) {
        return colours == Colours.ON && !text.isEmpty() ? style.apply(text) : text;
    }

    /** True when nobody reads standard output any more, as after {@code | head}. */
    public boolean isClosed() {
        return out.checkError();
    }

    /** Standard output, for libraries that print by themselves. */
    public PrintStream out() {
        return out;
    }

    /** Standard error, for libraries that print by themselves. */
    public PrintStream err() {
        return err;
    }
}
