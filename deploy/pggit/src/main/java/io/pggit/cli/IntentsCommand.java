package io.pggit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pggit.cli.terminal.Printable;
import io.pggit.cli.terminal.Table;
import io.pggit.cli.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pggit intents}: what people and agents are about to change, and where they meet. */
@Command(
        name = "intents",
        description = "Lists what people and agents said they are about to change.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pggit intents --status conflicted",
            "  pggit intents register --agent ann --feature \"Phone login\" --change \"alter table users add column phone text\"",
            "  pggit intents conflicts",
            "  pggit intents update 9f2c… completed"
        },
        mixinStandardHelpOptions = true)
final class IntentsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private AnswerOptions answer = new AnswerOptions();

    @Option(names = "--status", paramLabel = "STATUS", description = "Only those with this status.")
    private Optional<String> status = Optional.empty();

    @Option(names = "--agent", paramLabel = "NAME", description = "Only those of this agent.")
    private Optional<String> agent = Optional.empty();

    IntentsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<JsonNode> intents =
                answer.rows(surroundings, IntentsCommand.class, "intents", status.orElse(null), agent.orElse(null));
        Table table = new Table("id", "agent", "feature", "branch", "status", "risk", "tables", "meets");
        intents.forEach(intent -> table.row(
                intent.path("id").asText(),
                intent.path("agent_id").asText(),
                intent.path("feature_name").asText(),
                intent.path("branch_name").asText(""),
                intent.path("status").asText(),
                intent.path("risk_level").asText(""),
                String.join(", ", Json.texts(intent.path("tables_affected"))),
                String.valueOf(intent.path("conflicts_with").size())));
        print(intents, table);
        return ExitCode.OK.code();
    }

    private void print(List<JsonNode> rows, Table table) {
        print(surroundings.terminal(), answer, rows, table);
    }

    private static void print(Terminal terminal, AnswerOptions answer, List<JsonNode> rows, Table table) {
        if (answer.json()) {
            rows.forEach(terminal::json);
        } else {
            table.print(terminal, "");
        }
    }

    /** {@code pggit intents register}. */
    @Command(
            name = "register",
            description = "Says what is about to change, before work starts; exit code 1 when it meets another intent.",
            footerHeading = "%nExamples:%n",
            footer =
                    "  pggit intents register --agent ann --feature \"Phone login\" --change \"alter table users add phone text\"",
            mixinStandardHelpOptions = true)
    static final class Register implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private AnswerOptions answer = new AnswerOptions();

        @Option(names = "--agent", paramLabel = "NAME", required = true, description = "Who.")
        private String agent;

        @Option(names = "--feature", paramLabel = "NAME", required = true, description = "For what.")
        private String feature;

        @Option(
                names = "--change",
                paramLabel = "DDL",
                required = true,
                description = "A statement that is planned; repeat for more.")
        private List<String> changes = List.of();

        @Option(names = "--branch", paramLabel = "NAME", description = "The branch (default: made of the feature).")
        private Optional<String> branch = Optional.empty();

        @Option(names = "--risk", paramLabel = "LEVEL", defaultValue = "low", description = "low, medium or high.")
        private String risk;

        Register(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            ArrayNode statements = Json.object().putArray("statements");
            changes.forEach(statements::add);
            String id = answer.rows(
                            surroundings,
                            IntentsCommand.class,
                            "register",
                            agent,
                            feature,
                            statements.toString(),
                            branch.orElse(null),
                            risk)
                    .get(0)
                    .path("id")
                    .asText();
            List<JsonNode> meets = answer.rows(surroundings, IntentsCommand.class, "conflicts", UUID.fromString(id));
            if (answer.json()) {
                surroundings.terminal().json(Json.object().put("id", id).put("conflicts", meets.size()));
            } else {
                surroundings.terminal().line("Registered " + id + ".");
                meets.forEach(meeting -> surroundings
                        .terminal()
                        .line("  meets " + Conflicts.other(meeting, id) + ": "
                                + Printable.line(meeting.path("conflict_type").asText() + " "
                                        + String.join(", ", Json.texts(meeting.path("affected_objects"))))));
            }
            return (meets.isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
        }
    }

    /** {@code pggit intents conflicts}. */
    @Command(
            name = "conflicts",
            description = "Shows where intents meet, and what could be done.",
            footerHeading = "%nExamples:%n",
            footer = "  pggit intents conflicts",
            mixinStandardHelpOptions = true)
    static final class Conflicts implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private AnswerOptions answer = new AnswerOptions();

        @Parameters(arity = "0..1", paramLabel = "INTENT", description = "Only those of this intent.")
        private Optional<UUID> intent = Optional.empty();

        Conflicts(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        static String other(JsonNode meeting, String id) {
            String a = meeting.path("intent_a").asText();
            return a.equals(id) ? meeting.path("intent_b").asText() : a;
        }

        @Override
        public Integer call() {
            List<JsonNode> rows = answer.rows(surroundings, IntentsCommand.class, "conflicts", intent.orElse(null));
            Table table = new Table("id", "type", "severity", "intents", "objects", "reviewed", "suggestions");
            rows.forEach(row -> table.row(
                    row.path("id").asText(),
                    row.path("conflict_type").asText(),
                    row.path("severity").asText(),
                    row.path("intent_a").asText() + " " + row.path("intent_b").asText(),
                    String.join(", ", Json.texts(row.path("affected_objects"))),
                    row.path("reviewed").asText(),
                    String.join("; ", Json.texts(row.path("resolution_suggestions")))));
            print(surroundings.terminal(), answer, rows, table);
            return ExitCode.OK.code();
        }
    }

    /** {@code pggit intents update}. */
    @Command(
            name = "update",
            description = "Says how far an intent is.",
            footerHeading = "%nExamples:%n",
            footer = "  pggit intents update 9f2c1c1e-… completed",
            mixinStandardHelpOptions = true)
    static final class Update implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private AnswerOptions answer = new AnswerOptions();

        @Parameters(index = "0", paramLabel = "INTENT", description = "Its id.")
        private UUID intent;

        @Parameters(
                index = "1",
                paramLabel = "STATUS",
                description = "registered, in_progress, pending_review, completed, merged, abandoned or conflicted.")
        private String status;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private Optional<String> reason = Optional.empty();

        Update(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            answer.texts(surroundings, IntentsCommand.class, "update", intent, status, reason.orElse(null));
            if (answer.json()) {
                surroundings
                        .terminal()
                        .json(Json.object().put("id", intent.toString()).put("status", status));
            } else {
                surroundings.terminal().line("Intent " + intent + " is " + status + ".");
            }
            return ExitCode.OK.code();
        }
    }

    /** {@code pggit intents resolve}. */
    @Command(
            name = "resolve",
            description = "Marks a meeting of two intents as reviewed.",
            footerHeading = "%nExamples:%n",
            footer = "  pggit intents resolve 3 --notes \"ann goes first\"",
            mixinStandardHelpOptions = true)
    static final class Resolve implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private AnswerOptions answer = new AnswerOptions();

        @Parameters(paramLabel = "ID", description = "Its number, as pggit intents conflicts shows it.")
        private Integer id;

        @Option(names = "--notes", paramLabel = "TEXT", defaultValue = "", description = "What was agreed.")
        private String notes;

        Resolve(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            answer.texts(surroundings, IntentsCommand.class, "reviewed", id, notes);
            if (answer.json()) {
                surroundings.terminal().json(Json.object().put("id", id).put("reviewed", true));
            } else {
                surroundings.terminal().line("Meeting " + id + " is reviewed.");
            }
            return ExitCode.OK.code();
        }
    }
}
