/**
 * The one path every message takes: screened, decided, recorded, and overruled by the owner. Writes
 * message_event, message_text, message_key, anti_poaching_attempt and conversation_flag.
 */
@NullMarked
package io.gatehouse.gate;

import org.jspecify.annotations.NullMarked;
