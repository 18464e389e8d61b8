/**
 * Fetching a file from where a provider keeps it: from its hosts only, capped in size and time.
 * Writes no table.
 */
@NullMarked
package io.gatehouse.download;

import org.jspecify.annotations.NullMarked;
