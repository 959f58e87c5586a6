/** What the parts of objects use, where nobody has read it from {@code pg_depend}. */
package io.pggit.core.uses;
