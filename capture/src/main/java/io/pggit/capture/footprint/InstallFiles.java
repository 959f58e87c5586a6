package io.pggit.capture.footprint;

import java.util.List;

/** The files of the footprint in the order in which they are run. A file that is not listed is not installed. */
final class InstallFiles {
    /** The event triggers go first, where there are any, and are made again last: an installation records nothing of itself. */
    static final List<String> IN_ORDER = List.of(
            "no_event_triggers",
            "role",
            "schema",
            "table_ddl_audit",
            "function_refuse_truncate",
            "table_head",
            "publication",
            "function_footprint_version",
            "function_backend_start",
            "function_options",
            "function_grants",
            "function_top_level",
            "function_name_of",
            "function_depends_on",
            "function_uses",
            "function_sequence_options",
            "function_describe_identity",
            "function_describe_columns",
            "function_describe_index",
            "function_describe_indexes",
            "function_describe_constraints",
            "function_describe_triggers",
            "function_describe_policies",
            "function_describe_rules",
            "function_describe_table",
            "function_describe_relation",
            "function_describe_routine",
            "function_describe_aggregate",
            "function_describe_type",
            "function_describe_schema",
            "function_describe_extension",
            "function_unmodelled",
            "function_describe_object",
            "function_describe",
            "function_describe_all",
            "function_describe_own",
            "function_is_own_xid",
            "function_written_by_command",
            "function_changed_silently",
            "function_renamed_with",
            "function_objects_touched",
            "function_joined_extension",
            "function_in_extension_script",
            "function_statement_in",
            "function_append",
            "function_actor",
            "function_take_actor",
            "function_record_ddl_command_end",
            "function_record_sql_drop",
            "function_record_table_rewrite",
            "baseline");

    private InstallFiles() {}
}
