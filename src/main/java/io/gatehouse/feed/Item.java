package io.gatehouse.feed;

import io.gatehouse.base.OrganizationId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An entry of the feed as it leaves.
 *
 * @param id the same however often it is handed over, by which a repeat is recognised
 * @param place grows from each item to the next
 * @param type {@code message.decided}, {@code message.released} …
 * @param thread items of the same one must arrive in their order; those of others need not
 * @param at when it happened
 * @param body all that is told, in the order to show it: names in snake_case to texts, numbers,
 *     booleans, lists and maps of these. It holds what its organization lets out, and no more
 */
public record Item(
    UUID id,
    Place place,
    OrganizationId organization,
    String type,
    String thread,
    Instant at,
    Map<String, Object> body) {}
