package io.pggit.sql.answer;

import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.CommitDraft;
import io.pggit.core.fold.Folded;
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
        for (CommitDraft draft : uncommitted(question)) {
            if (HEAD.contains(revision) || draft.branch().equals(revision)) {
                draft.tree()
                        .forEach((id, change) ->
                                change.ifPresentOrElse(after -> facts.put(id, after), () -> facts.remove(id)));
            }
        }
        return facts;
    }

    private List<CommitDraft> uncommitted(Question question) {
        if (question.pending().isEmpty()) {
            return List.of();
        }
        long xid = question.pending().get(0).xid();
        return preview.apply(new AuditTransaction(new Lsn(0), xid, Optional.empty(), question.pending()))
                .commits();
    }
}
