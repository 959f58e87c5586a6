/** SQL text, taken apart. */
package io.pggit.core.lex;
