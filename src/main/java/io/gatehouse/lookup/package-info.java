/**
 * Asks an organization's ERPNext site who is who in an Issue, after its messages were screened, and
 * keeps what it answers. Writes site_trouble.
 */
@NullMarked
package io.gatehouse.lookup;

import org.jspecify.annotations.NullMarked;
