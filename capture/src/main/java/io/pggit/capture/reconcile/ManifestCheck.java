package io.pggit.capture.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.capture.footprint.Manifest;
import io.pggit.core.audit.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares the footprint with what was installed. In a cluster that pg_upgrade made, or a database restored from a dump, every
 * catalog row is another one: there only definitions count, until they are noted anew.
 */
final class ManifestCheck {
    private final Manifest installed;
    private final Manifest now;

    private ManifestCheck(Manifest installed, Manifest now) {
        this.installed = installed;
        this.now = now;
    }

    static ManifestCheck read(Connection connection) throws SQLException {
        return new ManifestCheck(Manifest.installed(connection), Manifest.now(connection));
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (installed.parts().isEmpty()) {
            return findings; // installed by a release that noted nothing
        }
        SortedMap<Manifest.Part, Manifest.State> noted =
                installed.withoutPlace().parts();
        SortedMap<Manifest.Part, Manifest.State> found = now.withoutPlace().parts();
        Function<Manifest.State, JsonNode> compared =
                installed.isElsewhere(now) ? Manifest.State::definition : Manifest.State::attributes;
        TreeSet<Manifest.Part> all = new TreeSet<>(noted.keySet());
        all.addAll(found.keySet());
        for (Manifest.Part part : all) {
            Optional<Manifest.State> before = Optional.ofNullable(noted.get(part));
            Optional<Manifest.State> after = Optional.ofNullable(found.get(part));
            String details = before.isEmpty()
                    ? "was not installed"
                    : after.isEmpty()
                            ? "is gone"
                            : difference(compared.apply(before.get()), compared.apply(after.get()));
            if (!details.isEmpty()) {
                findings.add(new Finding(
                        kind(part, before, after),
                        part.kind().replace('_', ' ') + " " + part.name(),
                        after.flatMap(Manifest.State::since),
                        after.flatMap(Manifest.State::by),
                        details));
            }
        }
        return findings;
    }

    /** Once findings are recorded: lets catalog rows count again where they are other ones for a good reason. */
    void settle(Connection connection) throws SQLException {
        if (installed.isElsewhere(now)) {
            installed.noteHere(connection, now);
        }
    }

    private static String difference(JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return "";
        }
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<String> parts = new ArrayList<>();
        for (String name : names) {
            if (!name.equals("version") && !before.path(name).equals(after.path(name))) {
                parts.add(name + " was " + before.path(name) + ", is " + after.path(name));
            }
        }
        return parts.isEmpty() ? "was altered and is again as installed" : String.join("; ", parts);
    }

    private static String kind(Manifest.Part part, Optional<Manifest.State> before, Optional<Manifest.State> after) {
        String change = before.isEmpty() ? "added" : after.isEmpty() ? "dropped" : "altered";
        return switch (part.kind()) {
            case "event_trigger" ->
                change.equals("altered")
                                && !after.orElseThrow()
                                        .attributes()
                                        .path("enabled")
                                        .equals(before.orElseThrow()
                                                .attributes()
                                                .path("enabled"))
                        ? "trigger_disabled"
                        : "trigger_" + change;
            case "table" -> change.equals("altered") ? "protection_lifted" : "table_" + change;
            case "right" -> "right_granted";
            case "setting" -> "triggers_silenced";
            default -> part.kind() + "_" + change;
        };
    }
}
