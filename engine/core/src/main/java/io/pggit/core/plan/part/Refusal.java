package io.pggit.core.plan.part;

/**
 * Something a plan leaves as it is because nobody knows how to change it.
 *
 * @param object its name, such as {@code column total of TABLE public.orders}
 * @param reason why, for people
 */
public record Refusal(String object, String reason) {}
