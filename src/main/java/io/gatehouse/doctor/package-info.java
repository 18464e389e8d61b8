/** What must be right for the gateway to do its work, and what is not. Writes no table. */
@NullMarked
package io.gatehouse.doctor;

import org.jspecify.annotations.NullMarked;
