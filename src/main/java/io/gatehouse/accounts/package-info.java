/**
 * How each organization reaches its providers, and how their webhooks are proved. Writes
 * provider_account, sealed.
 */
@NullMarked
package io.gatehouse.accounts;

import org.jspecify.annotations.NullMarked;
