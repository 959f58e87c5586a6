package io.pggit.core.ddl;

import io.pggit.core.facts.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements one after the other: groups are separated by an empty line. */
final class Script {
    private final StringBuilder text = new StringBuilder();
    private final List<String> statements = new ArrayList<>();
    private boolean gap;

    /** The next statement begins a group. */
    void group() {
        gap = text.length() > 0;
    }

    /** Adds a statement, given in pieces and without its semicolon. */
    void add(String... pieces) {
        if (gap) {
            text.append('\n');
            gap = false;
        }
        statements.add(String.join("", pieces));
        for (String piece : pieces) {
            text.append(piece);
        }
        text.append(";\n");
    }

    /** Adds {@code COMMENT ON target}, where there is a comment. */
    void comment(String target, Optional<String> comment) {
        comment.ifPresent(words -> add("COMMENT ON ", target, " IS ", Names.literal(words)));
    }

    /** Adds {@code SECURITY LABEL ON target}, where there are labels. */
    void labels(String target, Attributes of) {
        Attributes labels = of.tree("security_labels");
        of.trees("security_labels")
                .keySet()
                .forEach(provider -> add(
                        "SECURITY LABEL FOR ",
                        Names.quoted(provider),
                        " ON ",
                        target,
                        " IS ",
                        Names.literal(labels.text(provider).orElse(""))));
    }

    /** The statements one by one, without semicolons. */
    List<String> statements() {
        return List.copyOf(statements);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
