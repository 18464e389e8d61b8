/**
 * Who may call the API: keys, shown once and kept as hashes, with their roles. Writes access_key.
 */
@NullMarked
package io.gatehouse.access;

import org.jspecify.annotations.NullMarked;
