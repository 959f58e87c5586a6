package io.pggit.testkit;

/** Where test servers come from. What is chosen runs or fails; nothing is skipped. */
interface ServerProvider {
    /** Chosen by the system property {@code pggit.servers}: {@code embedded} (default) or {@code containers}. */
    static ServerProvider chosen() {
        String choice = System.getProperty("pggit.servers", "embedded");
        return switch (choice) {
            case "embedded" -> new EmbeddedServers();
            case "containers" -> new ContainerServers();
            default ->
                throw new IllegalArgumentException("pggit.servers must be embedded or containers, was " + choice);
        };
    }

    PostgresServer postgres(PostgresVersion version);

    KafkaServer kafka();
}
