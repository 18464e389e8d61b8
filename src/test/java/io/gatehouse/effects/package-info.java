/** The ledger over a real database, driven by hand or by two schedulers at once. */
@NullMarked
package io.gatehouse.effects;

import org.jspecify.annotations.NullMarked;
