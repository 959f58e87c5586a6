package io.pggit.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keeps the table "Places" of docs/architecture.md true: core ← capture, runtime ← connectors ← deploy. */
class ArchitectureTest {
    private static final String CORE = "io.pggit.core..";
    private static final String CAPTURE = "io.pggit.capture..";
    private static final String RUNTIME = "io.pggit.runtime..";
    private static final String SQL = "io.pggit.sql..";
    private static final String KAFKA = "io.pggit.kafka..";
    private static final String SERVERS = "io.pggit.servers..";
    private static final String TESTKIT = "io.pggit.testkit..";
    private static final String CLI = "io.pggit.cli..";
    private static final String SERVE = "io.pggit.serve..";

    /** Names of methods by which time and chance get in. */
    private static final Set<String> IMPURE =
            Set.of("now", "nanoTime", "currentTimeMillis", "randomUUID", "systemUTC", "systemDefaultZone");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.pggit");

    @Test
    void coreDependsOnNothingOfOurs() {
        forbid(
                CORE,
                "move what needs the outside to runtime or capture",
                CAPTURE,
                RUNTIME,
                SQL,
                KAFKA,
                SERVERS,
                TESTKIT,
                CLI,
                SERVE);
    }

    @Test
    void captureKnowsNeitherGitNorKafkaNorBranches() {
        forbid(
                CAPTURE,
                "hand it over as a type of core",
                RUNTIME,
                SQL,
                KAFKA,
                SERVERS,
                TESTKIT,
                CLI,
                SERVE,
                "org.eclipse.jgit..",
                "org.apache.kafka.clients..",
                "org.sqlite..");
    }

    @Test
    void runtimeKnowsNeitherPostgresNorKafkaNorTheCommandLine() {
        forbid(
                RUNTIME,
                "let deploy or a connector bring the two together",
                CAPTURE,
                SQL,
                KAFKA,
                SERVERS,
                TESTKIT,
                CLI,
                SERVE,
                "org.postgresql..",
                "org.apache.kafka..",
                "picocli..");
    }

    @Test
    void noConnectorKnowsAnother() {
        String remedy = "connectors meet in deploy only";
        forbid(SQL, remedy, KAFKA, SERVERS, TESTKIT, CLI, SERVE, "org.apache.kafka..");
        forbid(KAFKA, remedy, SQL, CAPTURE, SERVERS, TESTKIT, CLI, SERVE, "org.postgresql..");
    }

    @Test
    void localServersKnowNothingOfOurs() {
        forbid(SERVERS, "they only start processes", CORE, CAPTURE, RUNTIME, SQL, KAFKA, TESTKIT, CLI, SERVE);
    }

    @Test
    void servingKnowsNothingOfTheCommandLine() {
        forbid(SERVE, "pass what it needs as an argument", CLI, TESTKIT, "picocli..");
    }

    @Test
    void coreDoesNoInputOrOutputAndStartsNoThread() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat(describe(
                        "do I/O, start threads or lie outside of java.* and Jackson's tree",
                        ArchitectureTest::isOutsideOfThePureWorld))
                .because("the core is pure: let the outer layer read and write, and hand values in")
                .check(CLASSES);
    }

    @Test
    void coreAsksNeitherClockNorChance() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .callMethodWhere(describe(
                        "ask for the time or an id",
                        (JavaCall<?> call) -> IMPURE.contains(call.getName())
                                && call.getTargetOwner().getPackageName().startsWith("java.")))
                .because("the same log must give the same history: times and ids arrive in the command")
                .check(CLASSES);
    }

    @Test
    void thereIsOneMain() {
        methods()
                .that()
                .haveName("main")
                .and()
                .areStatic()
                .should()
                .beDeclaredIn("io.pggit.cli.Main")
                // A broker needs a process of its own, which quickstart starts.
                .orShould()
                .beDeclaredIn("io.pggit.servers.BrokerProcess")
                .because("deploy/pggit is the only executable: add a command to it")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.pggit.(**)")
                .should()
                .beFreeOfCycles()
                .because("of two packages that need each other, one is in the wrong place")
                .check(CLASSES);
    }

    private static boolean isOutsideOfThePureWorld(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        if (name.startsWith("com.fasterxml.jackson.")) {
            return !name.equals("com.fasterxml.jackson.databind.JsonNode")
                    && !name.startsWith("com.fasterxml.jackson.databind.node.");
        }
        if (name.equals("java.io.Serializable")) {
            return false;
        }
        return name.startsWith("java.io.")
                || name.startsWith("java.nio.file.")
                || name.startsWith("java.nio.channels.")
                || name.startsWith("java.net.")
                || name.startsWith("java.sql.")
                || name.startsWith("java.util.concurrent.")
                || name.equals("java.lang.Thread")
                || name.equals("java.lang.ProcessBuilder")
                || name.equals("java.util.Random")
                || name.contains(".") && !name.startsWith("java.") && !name.startsWith("io.pggit.core.");
    }

    private static void forbid(String from, String remedy, String... to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .because(remedy)
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
