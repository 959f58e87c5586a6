package io.pggit.core.audit;

import java.util.Optional;

/**
 * What the server knows of a session, and the settings a statement ran under. Rows of the first footprint have none of it.
 *
 * @param role who logged in; {@code SET SESSION AUTHORIZATION} changes the session role, never this
 * @param systemUser method and identity by which that was proved ({@code SYSTEM_USER}); empty under trust and before
 *     PostgreSQL 16
 * @param transport whether the connection was encrypted by TLS
 * @param roleSetting setting {@code role}: {@code none}, or what {@code SET ROLE} named
 * @param searchPath setting {@code search_path} of whoever ran the statement
 */
public record Login(
        Optional<String> role,
        Optional<String> systemUser,
        Transport transport,
        Optional<String> roleSetting,
        Optional<String> searchPath) {
    /** Nothing is known. */
    public static final Login UNKNOWN =
            new Login(Optional.empty(), Optional.empty(), Transport.UNKNOWN, Optional.empty(), Optional.empty());

    /** How the client is connected. */
    public enum Transport {
        /** Encrypted by TLS. */
        TLS,
        /** Not encrypted by TLS. */
        PLAIN,
        /** The row does not say. */
        UNKNOWN
    }
}
