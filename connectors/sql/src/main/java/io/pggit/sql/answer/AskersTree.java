package io.pggit.sql.answer;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.CommitDraft;
import io.pggit.core.fold.Folded;
import io.pggit.core.merge.Renames;
import io.pggit.runtime.repository.History;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/** The schema at a revision as the asker sees it: at a tip, with what their own open transaction did. */
public final class AskersTree {
    private static final Set<String> HEAD = Set.of("HEAD", "@");

    private final Function<AuditTransaction, Folded> preview;

    /** Trees in which {@code preview} says what an uncommitted transaction does. */
    public AskersTree(Function<AuditTransaction, Folded> preview) {
        this.preview = preview;
    }

    /** All facts of {@code revision} for whoever asked {@code question}. */
    SortedMap<ObjectId, Facts> facts(History history, String revision, Question question) {
        SortedMap<ObjectId, Facts> facts = history.facts(revision);
        uncommitted(revision, question)
                .forEach(draft -> draft.tree()
                        .forEach((id, change) ->
                                change.ifPresentOrElse(after -> facts.put(id, after), () -> facts.remove(id))));
        return facts;
    }

    /** What {@code to} calls otherwise than {@code from}. */
    Renames renames(History history, String from, String to, Question question) {
        return renames(uncommitted(from, question))
                .inverse()
                .andThen(history.renames(from, to))
                .andThen(renames(uncommitted(to, question)));
    }

    private static Renames renames(List<CommitDraft> drafts) {
        Renames renames = Renames.NONE;
        for (CommitDraft draft : drafts) {
            renames = renames.then(draft.changes(), draft.renames());
        }
        return renames;
    }

    private List<CommitDraft> uncommitted(String revision, Question question) {
        if (question.pending().isEmpty()) {
            return List.of();
        }
        long xid = question.pending().get(0).xid();
        return preview
                .apply(new AuditTransaction(new Lsn(0), xid, Optional.empty(), question.pending()))
                .commits()
                .stream()
                .filter(draft -> HEAD.contains(revision) || draft.branch().equals(revision))
                .toList();
    }
}
