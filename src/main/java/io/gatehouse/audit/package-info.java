/** Who did what, when and why; entries are only ever added. Writes audit_entry. */
@NullMarked
package io.gatehouse.audit;

import org.jspecify.annotations.NullMarked;
