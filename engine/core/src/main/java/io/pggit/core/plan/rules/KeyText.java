package io.pggit.core.plan.rules;

import io.pggit.core.plan.part.Part;

/**
 * What the definition of a primary key or unique constraint is made of, as PostgreSQL prints it.
 *
 * @param words {@code PRIMARY KEY} or {@code UNIQUE}
 * @param columns the columns in parentheses after a blank, those of INCLUDE among them
 * @param distinct {@code NULLS NOT DISTINCT} after a blank, or empty
 * @param deferral how it is deferred, after a blank, or empty
 */
record KeyText(String words, String columns, String distinct, String deferral) {
    static KeyText of(Part key) {
        String definition = key.attributes().required("definition");
        String words = key.attributes().required("type").equals("primary_key") ? "PRIMARY KEY" : "UNIQUE";
        String deferral = definition.replaceAll("^.*?\\)( INCLUDE \\(.*?\\))?(?=( DEFERRABLE.*)?$)", "");
        String columns = definition
                .substring(words.length(), definition.length() - deferral.length())
                .replaceFirst("^ NULLS NOT DISTINCT", "");
        return new KeyText(
                words, columns, definition.contains("NULLS NOT DISTINCT") ? " NULLS NOT DISTINCT" : "", deferral);
    }
}
