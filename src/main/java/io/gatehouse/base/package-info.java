/**
 * Values every feature speaks in: channels, roles, secrets, problems, ids, addresses. Depends on no
 * other package and writes no table.
 */
@NullMarked
package io.gatehouse.base;

import org.jspecify.annotations.NullMarked;
