package io.pggit.sql;

import java.util.List;
import java.util.Locale;

/**
 * What one part of the SQL API installs: files of folder {@code api/<area>}, in the order to run them. An area may use those
 * before it.
 */
enum SqlArea {
    /** Schemas, questions and answers. What follows is run as the owner. */
    ASK(
            "schema",
            "roles",
            "as_owner",
            "reply",
            "secret",
            "secret_value",
            "engine_attached",
            "signed",
            "called",
            "ask",
            "version"),
    /** Start, branches, checkouts, commits, tags. */
    WORK(
            "branch_status",
            "branch",
            "tag_table",
            "head_columns",
            "caller",
            "lock_for_move",
            "record_operation",
            "follow_branch",
            "follow_branch_trigger",
            "refuse_insert",
            "refuse_insert_trigger",
            "is_copy",
            "is_started",
            "require_started",
            "check_name",
            "has_unclosed_ddl",
            "last_own_row",
            "drift",
            "record_drift",
            "require_settled",
            "require_not_overtaken",
            "require_admin",
            "guard_data",
            "run_plan",
            "forget_source",
            "show_branch",
            "init",
            "make_branch",
            "create_branch",
            "remove_branch",
            "delete_branch",
            "tag",
            "delete_tag",
            "create_commit",
            "commit",
            "get_current_branch",
            "begin_checkout",
            "finish_checkout",
            "move_head",
            "checkout",
            "checkout_branch",
            "switch_branch",
            "begin_revert",
            "finish_revert",
            "revert",
            "tips",
            "branches",
            "list_branches"),
    /** Commits, differences, objects. */
    HISTORY(
            "log",
            "log_count",
            "attempts",
            "asker",
            "script",
            "diff",
            "diff_as_sql",
            "diff_schemas",
            "merge_base",
            "diff_branches",
            "object_versions",
            "get_history",
            "get_history_of_type",
            "object_version",
            "get_version",
            "object_blame",
            "blame",
            "get_object_history",
            "get_object_definition",
            "get_object_metadata",
            "get_current_schema"),
    /** Merges and conflicts. */
    MERGE(
            "merge_work",
            "one_open_merge",
            "conflict",
            "merge_conflicts",
            "conflicts",
            "merge_answers",
            "merge_result",
            "note_conflicts",
            "merge_being_run",
            "plan_merge",
            "mark_source",
            "merge_conflict_error",
            "open_merge",
            "begin_merge",
            "refuse_text",
            "check_merge",
            "finish_merge",
            "run_doubtful",
            "run_own",
            "carry_out_merge",
            "merge_as",
            "merge",
            "merge_branches",
            "require_target",
            "resume_merge",
            "begin_resolution",
            "resolve",
            "resolve_conflict",
            "reopen_conflict",
            "abort_merge",
            "merge_is_open",
            "change_conflict",
            "change_conflict_trigger",
            "merge_preview",
            "combined_migration"),
    /** State and measurements. */
    MONITORING(
            "engine_backlog",
            "disarmed_triggers",
            "open_merges",
            "status",
            "live_differences",
            "validate_data_integrity",
            "monitor",
            "alerts",
            "check_for_alerts",
            "get_recommendations",
            "get_dashboard_summary",
            "analyze_query_performance",
            "analyze_storage_usage",
            "get_object_size_distribution",
            "estimate_storage_growth",
            "detect_anomalies"),
    /** What people and programs are about to change. */
    INTENT(
            "intent",
            "intent_conflict",
            "intent_branch",
            "intent_merged",
            "intent_merged_trigger",
            "note_intent_conflicts",
            "check_word",
            "store_intent",
            "register_intent",
            "list_intents",
            "intent_conflicts",
            "intent_branch_conflicts",
            "update_intent",
            "resolve_intent_conflict"),
    /** Schema {@code pggit_v0}, as far as it belongs to no other area. */
    V0(
            "get_head_sha",
            "create_branch",
            "delete_branch",
            "create_basic_commit",
            "list_branches",
            "refs",
            "commit_graph",
            "get_commit_history"),
    /** Rights, and back to whoever installs. */
    CLOSE("privileges", "as_installer", "remember_branch", "arm", "installer_privileges");

    private final List<String> names;

    SqlArea(String... names) {
        this.names = List.of(names);
    }

    /** Paths of its files below {@code api}, without suffix. */
    List<String> objects() {
        String folder = name().toLowerCase(Locale.ROOT);
        return names.stream().map(name -> folder + "/" + name).toList();
    }
}
