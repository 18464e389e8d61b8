/**
 * Tells owners outside of the inbox, by e-mail, SMS or signed webhook, seldom enough to be read.
 * Writes telling, telling_item and webhook_secret.
 */
@NullMarked
package io.gatehouse.telling;

import org.jspecify.annotations.NullMarked;
