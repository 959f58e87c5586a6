package io.pggit.runtime.repository;

import java.util.Optional;

/**
 * Where HEAD is: the commit that the live schema goes on from.
 *
 * @param branch the branch it names; empty when detached
 * @param sha the commit
 */
public record Head(Optional<String> branch, String sha) {}
