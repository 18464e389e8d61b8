/**
 * Tells owners outside of the inbox, by e-mail, SMS or signed webhook, seldom enough to be read.
 * Writes telling and telling_item.
 */
@NullMarked
package io.gatehouse.telling;

import org.jspecify.annotations.NullMarked;
