/** What the owner must know: notices, read and unread. Anyone below may post. Writes notice. */
@NullMarked
package io.gatehouse.inbox;

import org.jspecify.annotations.NullMarked;
