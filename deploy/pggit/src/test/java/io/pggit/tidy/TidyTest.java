package io.pggit.tidy;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the compiler does not check about the source tree. Each failure says how to comply. */
class TidyTest {
    private static final int MAX_LINES = 500;
    private static final Pattern STRING = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern SQL = Pattern.compile(
            "\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|CREATE FUNCTION|ALTER TABLE)\\s[^\"]*[a-z*?%]");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");

    private final SourceTree tree = SourceTree.ofThisProject();

    @Test
    void everyTestClassIsRunByAPatternOfTheParentPom() {
        List<String> suffixes = Pattern.compile("<include>\\*\\*/\\*(\\w+)\\.java</include>")
                .matcher(tree.text(Path.of("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();

        List<String> violations = tree.tests().stream()
                .filter(file -> Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b")
                        .matcher(tree.text(file))
                        .find())
                .map(Path::toString)
                .filter(file -> suffixes.stream().noneMatch(suffix -> file.endsWith(suffix + ".java")))
                .toList();

        report(violations, "Maven never runs this class. Let its name end with one of " + suffixes);
    }

    @Test
    void versionsStandInTheParentPomOnly() {
        List<String> violations = tree.files("pom.xml").stream()
                .filter(pom -> pom.getNameCount() > 1)
                .filter(pom -> tree.text(pom)
                        .replaceAll("(?s)<parent>.*?</parent>", "")
                        .matches("(?s).*<version>(?!\\$\\{).*"))
                .map(Path::toString)
                .toList();

        report(violations, "Move the version to the properties of the parent pom, in alphabetical order");
    }

    @Test
    void sqlStandsInFiles() {
        List<String> violations = tree.files(".java").stream()
                .filter(file -> file.toString().contains("src/main/"))
                // The test kit is test code; the core's ddl package is the one writer of planned DDL.
                .filter(file -> !file.startsWith("engine/testkit"))
                .filter(file -> !file.toString().contains("io/pggit/core/ddl/"))
                .flatMap(file -> STRING.matcher(tree.text(file))
                        .results()
                        .filter(literal -> SQL.matcher(literal.group()).find())
                        .map(literal -> file + ": "
                                + literal.group().lines().findFirst().orElse("")))
                .toList();

        report(
                violations,
                "Put the statement into src/main/resources/<package>/<Class>/<name>.sql and read it with SqlFile");
    }

    @Test
    void sqlFilesSayWhatTheyDo() {
        List<String> violations = tree.files(".sql").stream()
                .filter(file -> !tree.text(file).startsWith("-- "))
                .map(Path::toString)
                .toList();

        report(violations, "Begin the file with a comment: purpose, parameters, rows, locks");
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern marker = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

        List<String> violations = Stream.of(".java", ".sql", ".xml", ".sh", ".md")
                .flatMap(suffix -> tree.files(suffix).stream())
                .flatMap(file -> lines(file, line -> marker.matcher(line).find()))
                .toList();

        report(violations, "Do it now, or open an issue and delete the marker");
    }

    @Test
    void testsRunAndDoNotSleep() {
        Pattern evasion = Pattern.compile("@Dis" + "abled|Thread\\.sl" + "eep|TimeUnit\\.\\w+\\.sl" + "eep"
                + "|assumeTrue\\(false|disabledWithout" + "Docker");

        List<String> violations = tree.tests().stream()
                .flatMap(file -> lines(file, line -> evasion.matcher(line).find()))
                .toList();

        report(violations, "Wait for a condition with a deadline (Await of the test kit); choose tests by a profile");
    }

    @Test
    void javaFilesHaveOneSubject() {
        List<String> violations = tree.files(".java").stream()
                .filter(file -> tree.text(file).lines().count() > MAX_LINES)
                .map(Path::toString)
                .toList();

        report(violations, "More than " + MAX_LINES + " lines usually hold two subjects: part them");
    }

    @Test
    void classNamesSayWhatIsSpecial() {
        List<String> violations = tree.files(".java").stream()
                .map(Path::toString)
                .filter(file -> file.matches(".*(Impl|Utils?|Help" + "er|Manager)\\.java"))
                .toList();

        report(violations, "Name the class by what it is or how it differs, such as SqliteJournal");
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() {
        List<String> violations = new ArrayList<>();
        for (Path file : tree.files(".md")) {
            Path folder = file.getParent() == null ? Path.of("") : file.getParent();
            Matcher link = LINK.matcher(tree.text(file));
            while (link.find()) {
                if (!tree.exists(folder.resolve(link.group(1)))) {
                    violations.add(file + " → " + link.group(1));
                }
            }
        }

        report(violations, "Correct the link, or write the document");
    }

    private Stream<String> lines(Path file, Function<String, Boolean> wrong) {
        return tree.text(file).lines().filter(wrong::apply).map(line -> file + ": " + line.strip());
    }

    private static void report(List<String> violations, String remedy) {
        if (!violations.isEmpty()) {
            fail(remedy + ":\n  " + String.join("\n  ", violations));
        }
    }
}
