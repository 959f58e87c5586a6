package io.pggit.core.fold;

import io.pggit.core.audit.Actor;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Finding;
import io.pggit.core.audit.PlainText;
import java.util.Optional;

/**
 * The words of a commit: a summary, the statements indented, and trailers. Whatever a session can choose (names,
 * statements, application, ticket) is escaped, so that no trailer can be forged by it.
 */
final class CommitText {
    private CommitText() {}

    /**
     * What somebody said about a commit.
     *
     * @param message exactly as given
     * @param author exactly as given; empty: whoever asked for the commit
     * @param merged the second parent
     */
    record Words(CommitKind kind, String message, Optional<String> author, Optional<String> merged) {}

    /** A commit nobody asked for. */
    static CommitDraft draft(String branch, AuditTransaction transaction, BranchChanges changes) {
        CommandSummary commands = changes.commands;
        AuditRow headline = commands.headline();
        String author = PlainText.person(headline.actor().author());
        Words words = new Words(
                commands.isBaseline() ? CommitKind.BASELINE : CommitKind.AUTO,
                commands.isBaseline() ? "Baseline" : commands.text(),
                Optional.of(author.isEmpty() ? PlainText.person(headline.actor().effectiveRole()) : author),
                Optional.empty());
        return draft(branch, transaction, changes, words, headline);
    }

    /** A commit somebody asked for, by the last of the commands. */
    static CommitDraft draft(String branch, AuditTransaction transaction, BranchChanges changes, Words words) {
        return draft(branch, transaction, changes, words, changes.commands.last());
    }

    private static CommitDraft draft(
            String branch, AuditTransaction transaction, BranchChanges changes, Words words, AuditRow headline) {
        CommandSummary commands = changes.commands;
        AuditRow last = commands.last();
        String role = headline.actor().effectiveRole();
        String author = words.author().orElseGet(headline.actor()::author);
        String person = PlainText.person(author);
        return new CommitDraft(
                branch,
                words.kind(),
                author,
                person.isEmpty() ? PlainText.person(role) : person,
                PlainText.mailbox(role) + "@pggit",
                last.clocks().recorded(),
                words.message(),
                subject(words.message()) + "\n\n" + commands.statements() + trailers(transaction, headline, changes),
                changes.tree,
                changes.changes,
                changes.renames,
                changes.parts,
                headline.actor().applicationName(),
                transaction.xid(),
                commands.firstSeq(),
                last.seq(),
                words.merged());
    }

    /** The message as given: its first line, and the others as a paragraph of their own. */
    private static String subject(String message) {
        String[] lines = message.split("\n", 2);
        String first = PlainText.line(lines[0]);
        return (first.isBlank() ? "Commit without a message" : first)
                + (lines.length > 1 ? "\n\n" + PlainText.block(lines[1].strip()).stripTrailing() : "");
    }

    private static String trailers(AuditTransaction transaction, AuditRow headline, BranchChanges changes) {
        StringBuilder text = new StringBuilder();
        long first = changes.commands.firstSeq();
        long last = changes.commands.last().seq();
        trailer(text, "Xid", Long.toUnsignedString(transaction.xid()));
        trailer(text, "Audit-Seq", first == last ? "" + first : first + "-" + last);
        Actor actor = headline.actor();
        trailer(text, "Application", actor.applicationName());
        trailer(text, "Client", client(actor));
        if (!actor.sessionRole().equals(actor.effectiveRole())) {
            trailer(text, "Session-Role", actor.sessionRole());
        }
        changes.commands.findings().forEach(finding -> trailer(text, "Detected", detected(finding)));
        trailer(text, "Ticket", actor.claims().getOrDefault("ticket", ""));
        changes.renames.forEach(rename -> trailer(text, "Renamed", rename.text()));
        changes.unmodelled.forEach(object -> trailer(text, "Unmodelled", object));
        return text.toString();
    }

    private static String detected(Finding finding) {
        return finding.kind() + " " + finding.object()
                + finding.since().map(time -> ", since " + time).orElse("")
                + finding.by().map(role -> ", by " + role).orElse("");
    }

    private static String client(Actor actor) {
        String port = actor.clientPort().isPresent() ? ":" + actor.clientPort().getAsInt() : "";
        return actor.clientAddress()
                .map(address -> (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + port)
                .orElse("");
    }

    private static void trailer(StringBuilder text, String key, String value) {
        String line = PlainText.line(value).trim();
        if (!line.isEmpty()) {
            text.append(key).append(": ").append(line).append('\n');
        }
    }
}
