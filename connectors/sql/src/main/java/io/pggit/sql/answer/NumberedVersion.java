package io.pggit.sql.answer;

import io.pggit.core.ddl.Names;
import io.pggit.core.diff.AttributeChange;
import io.pggit.core.diff.Severity;
import io.pggit.core.diff.VersionNumber;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.ObjectChange;
import io.pggit.core.fold.PartChange;
import io.pggit.core.fold.Rename;
import io.pggit.core.plan.part.PlanOptions;
import io.pggit.runtime.repository.History;
import io.pggit.runtime.repository.ObjectVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of an object and the version number it led to.
 *
 * @param version the change
 * @param before the facts before; empty where it was made
 * @param after the facts after; empty where it was dropped
 * @param severity how much it asks of users
 * @param number after the change
 */
record NumberedVersion(
        ObjectVersion version, Optional<Facts> before, Optional<Facts> after, Severity severity, VersionNumber number) {

    /** All changes of an object up to HEAD, the oldest first. */
    static List<NumberedVersion> of(History history, ObjectId id) {
        List<ObjectVersion> versions = new ArrayList<>(history.versions(id, "HEAD", Integer.MAX_VALUE));
        Collections.reverse(versions);
        List<NumberedVersion> numbered = new ArrayList<>();
        Optional<Facts> before = Optional.empty();
        VersionNumber number = VersionNumber.FIRST;
        for (ObjectVersion version : versions) {
            Optional<Facts> after = version.change().type() == ObjectChange.Type.DROP
                    ? Optional.empty()
                    : history.object(version.change().id(), version.commit().sha());
            Severity severity = severity(version.change(), before, after);
            number = numbered.isEmpty() ? VersionNumber.FIRST : number.after(severity);
            numbered.add(new NumberedVersion(version, before, after, severity, number));
            before = after;
        }
        return numbered;
    }

    private static Severity severity(ObjectChange change, Optional<Facts> before, Optional<Facts> after) {
        if (before.isEmpty() || after.isEmpty() || change.previous().isPresent()) {
            return Severity.MAJOR;
        }
        return Severity.of(AttributeChange.between(before.get(), after.get()));
    }

    /** What changed, for people: {@code added column phone}. */
    String description() {
        ObjectChange change = version.change();
        List<String> words = new ArrayList<>();
        switch (change.type()) {
            case CREATE -> words.add("created");
            case DROP -> words.add("dropped");
            case ALTER -> change.previous().ifPresent(old -> words.add("renamed from " + Names.qualified(old)));
        }
        version.parts().forEach(part -> words.add(describe(part)));
        return words.isEmpty() ? "changed" : String.join(", ", words);
    }

    private static String describe(PartChange part) {
        String what = part.what().equals("attribute") ? part.name() : part.what() + " " + part.name();
        return part.previous()
                .map(old -> "renamed " + part.what() + " " + old + " to " + part.name())
                .orElseGet(() -> switch (part.type()) {
                    case CREATE -> "added " + what;
                    case ALTER -> "changed " + what;
                    case DROP -> "dropped " + what;
                });
    }

    /** The statements that did it, as the engine would write them; without semicolons. */
    List<String> statements(History history, int serverVersion, Definitions definitions) {
        ObjectId id = version.change().id();
        String sha = version.commit().sha();
        SortedMap<ObjectId, Facts> now = new TreeMap<>();
        after.ifPresent(facts -> now.putAll(
                before.isEmpty() ? ObjectTopic.unit(history, id, facts, sha) : new TreeMap<>(Map.of(id, facts))));
        SortedMap<ObjectId, Facts> was = new TreeMap<>();
        before.ifPresent(facts -> was.put(version.change().previous().orElse(id), facts));
        List<Rename> renames = version.commit().renames().stream()
                .filter(rename -> rename.object().equals(id))
                .toList();
        PlanOptions options = PlanOptions.forServer(serverVersion);
        Optional<String> owner =
                after.or(() -> before).map(facts -> facts.tree().path("owner").textValue());
        return definitions.change(was, now, renames, owner.map(options::runBy).orElse(options));
    }
}
