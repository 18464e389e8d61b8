/**
 * Sets an ERPNext site up for this gateway with an administrator's key, which is used for one
 * request and kept nowhere. Writes no table.
 */
@NullMarked
package io.gatehouse.installing;

import org.jspecify.annotations.NullMarked;
