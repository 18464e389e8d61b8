/**
 * Message events as they are kept: rows, texts, flags, attempts, natural keys and the memory of a
 * conversation. Writes message_event, message_text, message_key, anti_poaching_attempt and
 * conversation_flag.
 */
@NullMarked
package io.gatehouse.events;

import org.jspecify.annotations.NullMarked;
