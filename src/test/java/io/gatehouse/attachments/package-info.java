/** Files and what is read in them; {@link io.gatehouse.attachments.Samples} makes them. */
@NullMarked
package io.gatehouse.attachments;

import org.jspecify.annotations.NullMarked;
