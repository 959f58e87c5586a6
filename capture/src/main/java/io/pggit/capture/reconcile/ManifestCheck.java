package io.pggit.capture.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.pggit.capture.footprint.Manifest;
import io.pggit.core.audit.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares the footprint with what was installed. */
final class ManifestCheck {
    private ManifestCheck() {}

    static List<Finding> run(Connection connection) throws SQLException {
        Manifest installed = Manifest.installed(connection);
        return compare(installed, Manifest.now(connection));
    }

    static List<Finding> compare(Manifest installed, Manifest now) {
        List<Finding> findings = new ArrayList<>();
        if (installed.parts().isEmpty()) {
            return findings; // installed by a release that noted nothing
        }
        TreeSet<Manifest.Part> all = new TreeSet<>(installed.parts().keySet());
        all.addAll(now.parts().keySet());
        for (Manifest.Part part : all) {
            Optional<Manifest.State> before =
                    Optional.ofNullable(installed.parts().get(part));
            Optional<Manifest.State> after = Optional.ofNullable(now.parts().get(part));
            String details = before.isEmpty()
                    ? "was not installed"
                    : after.isEmpty()
                            ? "is gone"
                            : difference(before.get().attributes(), after.get().attributes());
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
