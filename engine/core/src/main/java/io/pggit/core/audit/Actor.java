package io.pggit.core.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who ran a statement, and from where.
 *
 * @param sessionRole {@code session_user}
 * @param effectiveRole {@code current_user} as the statement saw it: the owner, inside a SECURITY DEFINER function
 * @param applicationName what the client calls itself: a claim; may be empty
 * @param clientAddress address of the client, empty for a local socket
 * @param clientPort TCP port of the client, empty for a local socket
 * @param backendPid process id of the server process
 * @param backendStart when that process began; with the pid, it names a session
 * @param login what the server knows of the session
 * @param claims settings {@code pggit.<key>} a session made about itself, such as {@code author} and {@code ticket}
 */
public record Actor(
        String sessionRole,
        String effectiveRole,
        String applicationName,
        Optional<String> clientAddress,
        OptionalInt clientPort,
        int backendPid,
        Instant backendStart,
        Login login,
        SortedMap<String, String> claims) {
    public Actor {
        claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
    }

    /** An actor of whose login nothing is known. */
    public Actor(
            String sessionRole,
            String effectiveRole,
            String applicationName,
            Optional<String> clientAddress,
            OptionalInt clientPort,
            int backendPid,
            Instant backendStart,
            SortedMap<String, String> claims) {
        this(
                sessionRole,
                effectiveRole,
                applicationName,
                clientAddress,
                clientPort,
                backendPid,
                backendStart,
                Login.UNKNOWN,
                claims);
    }

    /** The role to name as author: the claim {@code author} where there is one, else the effective role. */
    public String author() {
        return claims.getOrDefault("author", effectiveRole);
    }
}
