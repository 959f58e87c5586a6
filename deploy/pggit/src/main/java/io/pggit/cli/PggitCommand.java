package io.pggit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a subcommand: holds the options all have, and lists the subcommands. */
@Command(
        name = "pggit",
        description = "Records every schema change of a PostgreSQL database as evidence and as Git history.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommandsRepeatable = false,
        footer = {
            "",
            "Start here: pggit quickstart",
            "Exit codes: 0 done, 1 failed or differences found, 2 wrong command line,",
            "            3 database or Kafka not reachable, 4 pgGit not installed or not served."
        })
final class PggitCommand {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Shows stack traces of failures, as PGGIT_DEBUG=1 does.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}
