/** The graph of commits. */
package io.pggit.core.history;
