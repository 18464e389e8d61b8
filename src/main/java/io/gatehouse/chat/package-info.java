/**
 * Chat messages about which an application asks before it delivers them: who wrote them, where, and
 * what is answered. Writes no table itself.
 */
@NullMarked
package io.gatehouse.chat;

import org.jspecify.annotations.NullMarked;
