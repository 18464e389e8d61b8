/**
 * The chapters of an organization's settings that grew too long for the one document's reader: how
 * messages are relayed, how the owner is told, how an ERPNext site is watched, how a chat
 * application is answered, what leaves by the feed, how content is moderated, how sign-ups are
 * judged. Writes no table.
 */
@NullMarked
package io.gatehouse.settings;

import org.jspecify.annotations.NullMarked;
