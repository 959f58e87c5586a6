package io.pggit.cli;

import io.pggit.serve.Installation;
import picocli.CommandLine.Option;

/** {@code --audit-only}: how much is installed. */
final class ScopeOption {
    @Option(
            names = "--audit-only",
            description = "Only what records changes: no functions for users, no schema pggit_v0. For production.")
    private boolean auditOnly;

    Installation.Scope scope() {
        return auditOnly ? Installation.Scope.AUDIT_ONLY : Installation.Scope.FULL;
    }
}
