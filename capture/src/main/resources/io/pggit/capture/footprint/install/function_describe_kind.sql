-- Facts of an object that pggit.identify names.
CREATE OR REPLACE FUNCTION pggit.describe_kind(kind text, object oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE kind
        WHEN 'foreign_data_wrapper' THEN RETURN pggit.describe_foreign_data_wrapper(object);
        WHEN 'server' THEN RETURN pggit.describe_server(object);
        WHEN 'user_mapping' THEN RETURN pggit.describe_user_mapping(object);
        WHEN 'publication' THEN RETURN pggit.describe_publication(object);
        WHEN 'subscription' THEN RETURN pggit.describe_subscription(object);
        WHEN 'event_trigger' THEN RETURN pggit.describe_event_trigger(object);
        WHEN 'collation' THEN RETURN pggit.describe_collation(object);
        WHEN 'conversion' THEN RETURN pggit.describe_conversion(object);
        WHEN 'cast' THEN RETURN pggit.describe_cast(object);
        WHEN 'operator' THEN RETURN pggit.describe_operator(object);
        WHEN 'operator_class' THEN RETURN pggit.describe_operator_class(object);
        WHEN 'operator_family' THEN RETURN pggit.describe_operator_family(object);
        WHEN 'text_search_parser' THEN RETURN pggit.describe_text_search_parser(object);
        WHEN 'text_search_template' THEN RETURN pggit.describe_text_search_template(object);
        WHEN 'text_search_dictionary' THEN RETURN pggit.describe_text_search_dictionary(object);
        WHEN 'text_search_configuration' THEN RETURN pggit.describe_text_search_configuration(object);
        WHEN 'language' THEN RETURN pggit.describe_language(object);
        WHEN 'transform' THEN RETURN pggit.describe_transform(object);
        WHEN 'access_method' THEN RETURN pggit.describe_access_method(object);
        WHEN 'default_privileges' THEN RETURN pggit.describe_default_privileges(object);
    END CASE;
END
$$;
ALTER FUNCTION pggit.describe_kind(text, oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.describe_kind(text, oid) FROM PUBLIC;
