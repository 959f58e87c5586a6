package io.pggit.runtime.repository;

/**
 * A branch or a tag.
 *
 * @param name its short name, such as {@code main}
 * @param sha the commit it names
 */
public record Ref(String name, String sha) {}
