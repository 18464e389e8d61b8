/**
 * Contacts in texts that are not read as they stand: turned round, encoded. Pure. Writes no table.
 */
@NullMarked
package io.gatehouse.disguise;

import org.jspecify.annotations.NullMarked;
