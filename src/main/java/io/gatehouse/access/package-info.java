/**
 * Who may call the API: keys, shown once and kept as hashes, with their roles, and shorter-lived
 * ones bound to one person. Writes access_key.
 */
@NullMarked
package io.gatehouse.access;

import org.jspecify.annotations.NullMarked;
