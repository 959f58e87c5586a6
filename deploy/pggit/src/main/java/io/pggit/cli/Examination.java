package io.pggit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The checks of {@code pggit doctor}, in the order in which a remedy helps the next one. */
final class Examination {
    private static final List<String> EVENTS = List.of("ddl_command_end", "sql_drop", "table_rewrite");
    private static final long MUCH_WAL_BYTES = 1L << 30;

    private final Session session;
    private final List<Check> checks = new ArrayList<>();

    private Examination(Session session) {
        this.session = session;
    }

    private record Server(
            int versionNum,
            String version,
            boolean standby,
            String walLevel,
            int slots,
            int maxSlots,
            int walsenders,
            int maxWalsenders,
            String role,
            boolean superuser,
            boolean replication,
            Optional<String> eventTriggers,
            boolean installed) {}

    private record EventTrigger(String name, String event, boolean enabled) {}

    private record Slot(String name, boolean active, boolean lost, long retainedBytes, long keepMb) {}

    static List<Check> of(Session session) {
        return new Examination(session).run();
    }

    private List<Check> run() {
        Server server = session.query(
                        Examination.class,
                        "server",
                        row -> new Server(
                                row.getInt("version_num"),
                                row.getString("version"),
                                row.getBoolean("standby"),
                                row.getString("wal_level"),
                                row.getInt("slots"),
                                row.getInt("max_slots"),
                                row.getInt("walsenders"),
                                row.getInt("max_walsenders"),
                                row.getString("role"),
                                row.getBoolean("superuser"),
                                row.getBoolean("replication"),
                                Optional.ofNullable(row.getString("event_triggers")),
                                row.getBoolean("installed")))
                .get(0);
        server(server);
        role(server);
        if (!server.installed()) {
            checks.add(Check.failed("footprint", "pgGit is not installed here", "run pggit install with this --url"));
            return checks;
        }
        checks.add(Check.passed("footprint", "pggit.ddl_audit exists"));
        triggers(server);
        publication();
        slot(server);
        return checks;
    }

    private void server(Server server) {
        checks.add(
                server.versionNum() >= 150_000
                        ? Check.passed("server version", server.version())
                        : Check.failed("server version", server.version(), "use PostgreSQL 15 or newer"));
        checks.add(
                server.standby()
                        ? Check.failed("primary", "this is a standby", "name the primary in the URL")
                        : Check.passed("primary", "yes"));
        checks.add(
                server.walLevel().equals("logical")
                        ? Check.passed("wal_level", "logical")
                        : Check.failed(
                                "wal_level",
                                server.walLevel(),
                                "ALTER SYSTEM SET wal_level = 'logical', then restart the server"));
    }

    private void role(Server server) {
        String may = server.superuser()
                ? "superuser"
                : server.replication() ? "REPLICATION" : "neither superuser nor REPLICATION";
        checks.add(
                server.superuser()
                        ? Check.passed("role " + server.role(), may)
                        : Check.warning(
                                "role " + server.role(),
                                may,
                                "install and serve need a superuser (event triggers are made by superusers only)"));
    }

    private void triggers(Server server) {
        List<EventTrigger> triggers = session.query(
                Examination.class,
                "triggers",
                row -> new EventTrigger(row.getString("name"), row.getString("event"), row.getBoolean("enabled")));
        TreeSet<String> missing = new TreeSet<>(EVENTS);
        triggers.stream().filter(EventTrigger::enabled).map(EventTrigger::event).forEach(missing::remove);
        List<String> off = triggers.stream()
                .filter(trigger -> !trigger.enabled())
                .map(EventTrigger::name)
                .toList();
        if (!missing.isEmpty()) {
            checks.add(Check.failed(
                    "event triggers", "nothing records " + String.join(", ", missing), "run pggit install again"));
        } else if (!off.isEmpty()) {
            checks.add(Check.failed(
                    "event triggers",
                    "not ENABLE ALWAYS: " + String.join(", ", off),
                    "ALTER EVENT TRIGGER … ENABLE ALWAYS for each, and find out who switched them off"));
        } else {
            checks.add(Check.passed("event triggers", triggers.size() + " enabled"));
        }
        if (server.eventTriggers().filter("off"::equals).isPresent()) {
            checks.add(Check.failed(
                    "event_triggers setting",
                    "off: no event trigger runs",
                    "ALTER SYSTEM RESET event_triggers (and for roles and databases), then reload"));
        }
    }

    private void publication() {
        boolean published = session.query(Examination.class, "publication", row -> row.getBoolean(1))
                .get(0);
        checks.add(
                published
                        ? Check.passed("publication pggit", "holds pggit.ddl_audit")
                        : Check.failed(
                                "publication pggit", "does not hold pggit.ddl_audit", "run pggit install again"));
    }

    private void slot(Server server) {
        List<Slot> slots = session.query(
                Examination.class,
                "slot",
                row -> new Slot(
                        row.getString("name"),
                        row.getBoolean("active"),
                        row.getBoolean("lost"),
                        row.getLong("retained_bytes"),
                        row.getLong("keep_mb")));
        if (slots.isEmpty()) {
            checks.add(Check.warning(
                    "replication slot", "none; no engine has attached yet", "run pggit serve --url URL --data DIR"));
            free(server.slots(), server.maxSlots(), "max_replication_slots");
            free(server.walsenders(), server.maxWalsenders(), "max_wal_senders");
            return;
        }
        Slot slot = slots.get(0);
        String name = "replication slot " + slot.name();
        long mb = slot.retainedBytes() >> 20;
        if (slot.lost()) {
            checks.add(Check.failed(
                    name, "the server removed WAL it needed", "start pggit serve: it catches up from the audit table"));
        } else if (!slot.active()) {
            checks.add(Check.failed(
                    name,
                    "no engine is attached; " + mb + " MB of WAL are kept for it",
                    "start pggit serve, or run pggit uninstall --yes if pgGit is no longer wanted"));
        } else if (slot.retainedBytes() > MUCH_WAL_BYTES) {
            checks.add(Check.warning(name, mb + " MB of WAL are kept", "see why the engine lags: pggit status"));
        } else {
            checks.add(Check.passed(name, "active, " + mb + " MB of WAL kept"));
        }
        if (slot.keepMb() < 0) {
            checks.add(Check.warning(
                    "max_slot_wal_keep_size",
                    "without limit: WAL fills the disk if the engine stays away",
                    "set it to what the disk can spare; pgGit catches up from its table if the slot is lost"));
        } else {
            checks.add(Check.passed("max_slot_wal_keep_size", slot.keepMb() + " MB"));
        }
    }

    private void free(int used, int most, String setting) {
        checks.add(
                used < most
                        ? Check.passed(setting, used + " of " + most + " in use")
                        : Check.failed(
                                setting, "all " + most + " in use", "raise " + setting + " and restart the server"));
    }
}
