package io.pggit.core.plan.rules;

import io.pggit.core.ddl.Names;

/** Somebody who is given rights. */
final class Grantee {
    private Grantee() {}

    static String of(String name) {
        return name.equals("PUBLIC") ? name : Names.quoted(name);
    }
}
