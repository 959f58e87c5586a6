/** Finds what no event trigger recorded: by comparing the live database with the record. */
package io.pggit.capture.reconcile;
