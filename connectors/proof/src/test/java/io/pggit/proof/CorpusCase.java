package io.pggit.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A pair of schemas with what is known about the way from one to the other. */
record CorpusCase(
        String suite,
        String name,
        String setup,
        String before,
        String after,
        List<String> roles,
        Optional<SortedSet<String>> hazards,
        boolean empty,
        int minVersion) {

    static List<CorpusCase> read(Path file) throws IOException {
        String suite = file.getFileName().toString().replace(".jsonl", "");
        List<CorpusCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            cases.add(of(suite, new ObjectMapper().readTree(line)));
        }
        return cases;
    }

    private static CorpusCase of(String suite, JsonNode line) {
        return new CorpusCase(
                suite,
                line.path("name").asText(),
                line.path("setup").isNull() ? "" : line.path("setup").asText(),
                line.path("old").asText(),
                line.path("new").asText(),
                texts(line.path("roles")),
                line.path("hazards").isArray()
                        ? Optional.of(new TreeSet<>(texts(line.path("hazards"))))
                        : Optional.empty(),
                line.path("emptyPlan").asBoolean(),
                line.path("minVersion").asInt(0));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    CorpusCase reversed() {
        return new CorpusCase(
                suite, name + " (reversed)", setup, after, before, roles, Optional.empty(), empty, minVersion);
    }
}
