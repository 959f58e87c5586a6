-- What a word in braces may stand for: its name, and the query of its pool; $ is the relation or type chosen last.
schema: SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname !~ '^pg_|^pggit$|^information_schema$'
table: SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p') AND nspname !~ '^pg_|^pggit$|^information_schema$'
plain: SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'r' AND nspname !~ '^pg_|^pggit$|^information_schema$'
partitioned: SELECT c.oid::regclass FROM pg_class c WHERE relkind = 'p'
partition: SELECT c.oid::regclass FROM pg_class c WHERE relispartition AND relkind IN ('r', 'p')
parent_and_partition: SELECT format('%s DETACH PARTITION %s', inhparent::regclass, inhrelid::regclass) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE relispartition AND relkind IN ('r', 'p')
heir_and_parent: SELECT format('%s NO INHERIT %s', inhrelid::regclass, inhparent::regclass) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid WHERE NOT relispartition AND relkind = 'r'
view: SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'v' AND nspname !~ '^pg_|^pggit$|^information_schema$'
matview: SELECT c.oid::regclass FROM pg_class c WHERE relkind = 'm'
relation: SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname !~ '^pg_|^pggit$|^information_schema$'
foreign_table: SELECT c.oid::regclass FROM pg_class c WHERE relkind = 'f'
sequence: SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'S' AND nspname !~ '^pg_|^pggit$'
index: SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind IN ('i', 'I') AND nspname !~ '^pg_|^pggit$'
index_of: SELECT quote_ident(relname) FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid WHERE indrelid = $::regclass
index_to_attach: SELECT format('%s ATTACH PARTITION %s', p.indexrelid::regclass, c.indexrelid::regclass) FROM pg_index p JOIN pg_class r ON r.oid = p.indexrelid JOIN pg_inherits h ON h.inhparent = p.indrelid JOIN pg_index c ON c.indrelid = h.inhrelid WHERE r.relkind = 'I'
column: SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = $::regclass AND attnum > 0 AND NOT attisdropped
attribute: SELECT quote_ident(attname) FROM pg_attribute JOIN pg_type t ON typrelid = attrelid WHERE t.oid = $::regtype AND attnum > 0 AND NOT attisdropped
constraint: SELECT quote_ident(conname) FROM pg_constraint WHERE conrelid = $::regclass
trigger: SELECT quote_ident(tgname) FROM pg_trigger WHERE tgrelid = $::regclass AND NOT tgisinternal
rule: SELECT quote_ident(rulename) FROM pg_rewrite WHERE ev_class = $::regclass AND rulename <> '_RETURN'
policy: SELECT quote_ident(polname) FROM pg_policy WHERE polrelid = $::regclass
enum: SELECT t.oid::regtype FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'e' AND nspname !~ '^pg_|^pggit$'
label: SELECT quote_literal(enumlabel) FROM pg_enum WHERE enumtypid = $::regtype
composite: SELECT t.oid::regtype FROM pg_type t JOIN pg_class c ON c.oid = typrelid WHERE relkind = 'c' AND typnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pggit'::regnamespace)
range: SELECT t.oid::regtype FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'r' AND nspname !~ '^pg_'
domain: SELECT t.oid::regtype FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE typtype = 'd' AND nspname !~ '^pg_|^information_schema$|^pggit$'
domain_constraint: SELECT quote_ident(conname) FROM pg_constraint WHERE contypid = $::regtype
type: SELECT * FROM (VALUES ('int'), ('int'), ('bigint'), ('text'), ('varchar(20)'), ('numeric(10,2)'), ('timestamptz(3)'), ('jsonb'), ('int[]'), ('interval day to second')) AS v UNION ALL SELECT t.oid::regtype::text FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace LEFT JOIN pg_class c ON c.oid = typrelid WHERE nspname !~ '^pg_|^information_schema$|^pggit$' AND typcategory <> 'A' AND typtype <> 'm'
function: SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE prokind = 'f' AND nspname !~ '^pg_|^pggit$|^information_schema$'
procedure: SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE prokind = 'p' AND nspname !~ '^pg_|^pggit$'
aggregate: SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE prokind = 'a' AND nspname !~ '^pg_|^pggit$'
trigger_function: SELECT p.oid::regproc FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE prorettype = 'trigger'::regtype AND nspname !~ '^pg_|^pggit$'
operator: SELECT o.oid::regoperator FROM pg_operator o JOIN pg_namespace n ON n.oid = oprnamespace WHERE nspname !~ '^pg_|^pggit$'
collation: SELECT c.oid::regcollation FROM pg_collation c JOIN pg_namespace n ON n.oid = collnamespace WHERE nspname !~ '^pg_'
statistics: SELECT format('%I.%I', nspname, stxname) FROM pg_statistic_ext JOIN pg_namespace n ON n.oid = stxnamespace
publication: SELECT quote_ident(pubname) FROM pg_publication WHERE pubname <> 'pggit'
published: SELECT format('%I DROP TABLE %s', pubname, prrelid::regclass) FROM pg_publication_rel JOIN pg_publication p ON p.oid = prpubid WHERE pubname <> 'pggit'
server: SELECT quote_ident(srvname) FROM pg_foreign_server
wrapper: SELECT quote_ident(fdwname) FROM pg_foreign_data_wrapper
configuration: SELECT c.oid::regconfig FROM pg_ts_config c JOIN pg_namespace n ON n.oid = cfgnamespace WHERE nspname !~ '^pg_'
role: VALUES ('pggit_walk_a'), ('pggit_walk_b'), ('postgres')
name: VALUES ('a'), ('b'), ('"C d"'), ('e_1'), ('"é"'), ('f'), ('"g.h"'), ('"i""j"'), ('k'), ('l'), ('m')
col: VALUES ('x1'), ('x2'), ('"X 3"'), ('x4'), ('"ü"'), ('id')
number: SELECT n FROM generate_series(1, 9) AS n
conversion: SELECT format('%I.%I', nspname, conname) FROM pg_conversion JOIN pg_namespace n ON n.oid = connamespace WHERE nspname !~ '^pg_'
family: SELECT format('%I.%I', nspname, opfname) FROM pg_opfamily JOIN pg_namespace n ON n.oid = opfnamespace JOIN pg_am a ON a.oid = opfmethod WHERE nspname !~ '^pg_' AND amname = 'btree'
class_using: SELECT format('%I.%I USING %I', nspname, opcname, amname) FROM pg_opclass JOIN pg_namespace n ON n.oid = opcnamespace JOIN pg_am a ON a.oid = opcmethod WHERE nspname !~ '^pg_'
dictionary: SELECT d.oid::regdictionary FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = dictnamespace WHERE nspname !~ '^pg_'
method: SELECT quote_ident(amname) FROM pg_am WHERE amtype = 't'
language: SELECT quote_ident(lanname) FROM pg_language WHERE lanname NOT IN ('internal', 'c', 'sql', 'plpgsql')
