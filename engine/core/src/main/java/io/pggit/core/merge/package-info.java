/** Three-way merge of facts. */
package io.pggit.core.merge;
