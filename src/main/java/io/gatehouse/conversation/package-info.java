/**
 * Who talks with whom: participants, conversations, known contacts, pairs and their strikes. Writes
 * participant, conversation, conversation_staff, known_contact, pair and strike.
 */
@NullMarked
package io.gatehouse.conversation;

import org.jspecify.annotations.NullMarked;
