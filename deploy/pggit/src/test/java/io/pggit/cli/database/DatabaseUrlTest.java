package io.pggit.cli.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {
    private static final Map<String, String> NOTHING = Map.of("USER", "os");

    private static DatabaseUrl url(String text) {
        return DatabaseUrl.parse(text, NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "postgresql://                              | jdbc:postgresql://localhost:5432/os         | os",
                "postgresql://localhost                     | jdbc:postgresql://localhost:5432/os         | os",
                "postgres://ann@db.example:6543/shop        | jdbc:postgresql://db.example:6543/shop      | ann",
                "postgresql://ann@/shop                     | jdbc:postgresql://localhost:5432/shop       | ann",
                "postgresql:///shop?host=db&port=7          | jdbc:postgresql://db:7/shop                 | os",
                "postgresql://ann@[2001:db8::1]:6543/shop   | jdbc:postgresql://[2001:db8::1]:6543/shop   | ann",
                "postgresql://ann@[::1]/shop                | jdbc:postgresql://[::1]:5432/shop           | ann",
                "postgresql://a%40b@h/my%20db%2F1           | jdbc:postgresql://h:5432/my%20db%2F1        | a@b",
                "postgresql://a+b@h/d+e                     | jdbc:postgresql://h:5432/d%2Be              | a+b",
                "jdbc:postgresql://db:6543/shop?user=ann    | jdbc:postgresql://db:6543/shop              | ann",
                "jdbc:postgresql://ann@db/shop              | jdbc:postgresql://db:5432/shop              | ann",
                "jdbc:postgresql:shop                       | jdbc:postgresql://localhost:5432/shop       | os",
                "jdbc:postgresql:/                          | jdbc:postgresql://localhost:5432/os         | os",
                "host=db port=6543 dbname=shop user=ann     | jdbc:postgresql://db:6543/shop              | ann",
                "host = db dbname = 'my db' user='o\\'hara' | jdbc:postgresql://db:5432/my%20db           | o'hara",
                "host=::1 dbname=shop                       | jdbc:postgresql://[::1]:5432/shop           | os",
                "postgresql://ann@a,b:7,[::1]:8/shop        | jdbc:postgresql://a:5432,b:7,[::1]:8/shop   | ann",
                "host=a,b dbname=shop                       | jdbc:postgresql://a:5432,b:5432/shop        | os",
                "host=a,b port=7,8 dbname=shop              | jdbc:postgresql://a:7,b:8/shop              | os",
                "jdbc:postgresql://a:1,b:2/shop             | jdbc:postgresql://a:1,b:2/shop              | os",
                "dbname=shop hostaddr=10.0.0.1              | jdbc:postgresql://10.0.0.1:5432/shop        | os",
            })
    void everyFormNamesTheSameThings(String text, String jdbcUrl, String user) {
        DatabaseUrl url = url(text);

        assertEquals(jdbcUrl, url.jdbcUrl());
        assertEquals(user, url.properties().getProperty("user"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:s%3Acr%40t%2F@db/shop?sslmode=require",
                "jdbc:postgresql://db/shop?user=ann&password=s:cr%40t/&sslmode=require",
                "host=db dbname=shop user=ann password='s:cr@t/' sslmode=require",
                "postgresql://db/shop?user=ann&password=s:cr%40t/&sslmode=require",
            })
    void passwordAndSettingsReachTheDriverAndNoPrintedForm(String text) {
        DatabaseUrl url = url(text);

        Properties properties = url.properties();
        assertEquals("s:cr@t/", properties.getProperty("password"));
        assertEquals("require", properties.getProperty("sslmode"));
        assertEquals("pggit", properties.getProperty("ApplicationName"));
        assertEquals("postgresql://ann@db:5432/shop", url.toString());
        assertFalse(url.jdbcUrl().contains("cr"), url.jdbcUrl());
    }

    @Test
    void theDriverReadsBackWhatWasMeant() {
        Properties read = Driver.parseURL(
                url("postgresql://ann@[::1]:6543/my%20db%2F%C3%A9").jdbcUrl(), null);

        assertEquals("6543", read.getProperty("PGPORT"));
        assertEquals("my db/é", read.getProperty("PGDBNAME"));
    }

    @Test
    void variablesFillWhatTheUrlLeavesOpen() {
        Map<String, String> environment = Map.of(
                "PGHOST",
                "db",
                "PGPORT",
                "6543",
                "PGDATABASE",
                "shop",
                "PGUSER",
                "ann",
                "PGPASSWORD",
                "secret",
                "PGSSLMODE",
                "verify-full",
                "PGAPPNAME",
                "nightly",
                "PGCONNECT_TIMEOUT",
                "3",
                "USER",
                "os");

        DatabaseUrl alone = DatabaseUrl.parse("", environment);
        DatabaseUrl overridden = DatabaseUrl.parse("postgresql://bob@other/?sslmode=disable", environment);

        assertEquals("postgresql://ann@db:6543/shop", alone.toString());
        assertEquals("secret", alone.properties().getProperty("password"));
        assertEquals("verify-full", alone.properties().getProperty("sslmode"));
        assertEquals("nightly", alone.properties().getProperty("ApplicationName"));
        assertEquals("3", alone.properties().getProperty("connectTimeout"));
        assertEquals("postgresql://bob@other:6543/shop", overridden.toString());
        assertEquals("disable", overridden.properties().getProperty("sslmode"));
    }

    @Test
    void ofSeveralHostsThePrimaryIsTaken() {
        assertEquals("primary", url("postgresql://a,b/shop").properties().getProperty("targetServerType"));
        assertEquals(
                "primary",
                url("host=a,b target_session_attrs=read-write").properties().getProperty("targetServerType"));
        assertEquals(
                "any",
                url("postgresql://a,b/shop?target_session_attrs=any")
                        .properties()
                        .getProperty("targetServerType"));
        assertNull(url("postgresql://a/shop").properties().getProperty("targetServerType"));
    }

    @Test
    void withoutAPasswordTheDriverLooksIntoThePasswordFile() {
        assertNull(url("postgresql://ann@db/shop").properties().getProperty("password"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                             | not one pggit understands",
                "mysql://root:hunter2@db/shop         | not one pggit understands",
                "postgresql//ann:hunter2@db/shop      | not one pggit understands",
                "postgresql://a,/shop                 | empty host",
                "host=a,b,c port=1,2 dbname=shop      | 3 hosts and 2 ports",
                "jdbc:postgresql://a:1,b:x/shop       | port must be a number",
                "host=a,/tmp dbname=shop              | Unix socket",
                "host=a target_session_attrs=standby  | works on the primary",
                "postgresql://db:port/shop            | port must be a number",
                "postgresql://db:70000/shop           | port must be a number",
                "postgresql://db:0/shop               | port must be a number",
                "postgresql://::1/shop                | in brackets",
                "postgresql://[::1/shop               | does not end with",
                "postgresql://ann:hunter2%@db/shop    | hexadecimal",
                "host=/var/run/postgresql dbname=shop | Unix socket",
                "postgresql://%2Ftmp/shop             | Unix socket",
                "postgresql://db/shop?colour=red      | parameter colour",
                "postgresql://db/shop?sslmode         | has no value",
                "jdbc:postgresql://db/shop?colour=red | parameter colour",
                "postgresql://db/shop?service=x       | parameter service",
                "postgresql://db/shop?passfile=/x     | PGPASSFILE",
                "host=db password='hunter2            | closing quote",
                "host=db password=my hunter2          | single quotes",
            })
    void whatCannotBeUsedIsRefusedWithoutShowingAPassword(String text, String reason) {
        DatabaseUrlException refusal = assertThrows(DatabaseUrlException.class, () -> url(text));

        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("hunter2"), refusal.getMessage());
    }

    @Test
    void aUserIsNeeded() {
        assertThrows(DatabaseUrlException.class, () -> DatabaseUrl.parse("postgresql://db/shop", Map.of()));
    }
}
