package io.pggit.servers;

/** Whether a server's data must outlive a crash of the machine. */
public enum Durability {
    /** Data survives power loss as far as the server can make it; a stop is orderly. */
    DURABLE,
    /** Data survives the death of the server process, not of the machine; nothing waits for a disk. For tests. */
    THROWAWAY
}
