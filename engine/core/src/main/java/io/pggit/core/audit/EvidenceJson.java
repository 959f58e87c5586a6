package io.pggit.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;

/** The members of an audit row that the first footprint did not have. An absent member means: not known. */
final class EvidenceJson {
    private EvidenceJson() {}

    static Evidence evidence(JsonNode row) {
        return new Evidence(
                row.hasNonNull("redactions")
                        ? OptionalInt.of(row.get("redactions").intValue())
                        : OptionalInt.empty(),
                text(row, "statement_hmac"),
                row.hasNonNull("statement_exact")
                        ? row.get("statement_exact").booleanValue()
                                ? Evidence.Precision.EXACT
                                : Evidence.Precision.AROUND
                        : Evidence.Precision.UNKNOWN,
                row.hasNonNull("finding") ? Optional.of(Finding.read(row.get("finding"))) : Optional.empty(),
                row.path("details") instanceof ObjectNode details
                        ? Optional.of(new Details(details))
                        : Optional.empty());
    }

    static Login login(JsonNode row) {
        return new Login(
                text(row, "authenticated_role"),
                text(row, "system_user_name"),
                row.hasNonNull("tls")
                        ? row.get("tls").booleanValue() ? Login.Transport.TLS : Login.Transport.PLAIN
                        : Login.Transport.UNKNOWN,
                text(row, "role_setting"),
                text(row, "search_path"));
    }

    static void write(Evidence evidence, ObjectNode row) {
        evidence.redactions().ifPresent(count -> row.put("redactions", count));
        evidence.statementHmac().ifPresent(hash -> row.put("statement_hmac", hash));
        if (evidence.precision() != Evidence.Precision.UNKNOWN) {
            row.put("statement_exact", evidence.precision() == Evidence.Precision.EXACT);
        }
        evidence.finding().ifPresent(finding -> row.set("finding", finding.write()));
        evidence.details().ifPresent(details -> row.set("details", details.tree()));
    }

    static void write(Login login, ObjectNode row) {
        login.role().ifPresent(role -> row.put("authenticated_role", role));
        login.systemUser().ifPresent(user -> row.put("system_user_name", user));
        if (login.transport() != Login.Transport.UNKNOWN) {
            row.put("tls", login.transport() == Login.Transport.TLS);
        }
        login.roleSetting().ifPresent(role -> row.put("role_setting", role));
        login.searchPath().ifPresent(path -> row.put("search_path", path));
    }

    private static Optional<String> text(JsonNode node, String member) {
        return Optional.ofNullable(node.path(member).textValue());
    }
}
