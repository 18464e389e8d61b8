/**
 * Signed POSTs to addresses that owners choose, by the Standard Webhooks specification. Writes
 * webhook_secret.
 */
@NullMarked
package io.gatehouse.webhook;

import org.jspecify.annotations.NullMarked;
