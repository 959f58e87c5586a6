/** What pgGit installs in a database, and whether a database is fit to be captured. */
package io.pggit.capture.footprint;
