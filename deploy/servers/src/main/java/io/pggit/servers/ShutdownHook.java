package io.pggit.servers;

/** Runs an action when the JVM ends, unless told before that there is nothing left to do. */
final class ShutdownHook {
    private final Thread thread;

    private ShutdownHook(Runnable action) {
        thread = new Thread(action, "pggit-server-shutdown");
    }

    static ShutdownHook calling(Runnable action) {
        return new ShutdownHook(action);
    }

    void register() {
        Runtime.getRuntime().addShutdownHook(thread);
    }

    void unregister() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The JVM is ending: the action runs, or ran, and repeating it is harmless.
            return;
        }
    }
}
