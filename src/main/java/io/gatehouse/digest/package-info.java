/** The day in figures, by e-mail, once a day where an owner wants it. Writes digest. */
@NullMarked
package io.gatehouse.digest;

import org.jspecify.annotations.NullMarked;
