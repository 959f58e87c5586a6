package io.pggit.runtime.repository;

import java.util.Optional;

/**
 * Who last changed one part of an object, and who made it, also under another name.
 *
 * @param what {@code column}, {@code constraint}, {@code index}, {@code trigger}, {@code policy} or {@code rule};
 *     {@code attribute} for what the object itself has, such as its owner; {@code object} for the object as a whole
 * @param name the part's name; for an object, its qualified name
 * @param changed the last commit that changed it or its name
 * @param made the commit since when it is there
 * @param madeAs its name then, where it was another
 */
public record Blame(String what, String name, CommitEntry changed, CommitEntry made, Optional<String> madeAs) {}
