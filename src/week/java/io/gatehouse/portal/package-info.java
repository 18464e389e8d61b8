/**
 * A scripted ERPNext site: the real server as a process of its own, a site that loses webhooks,
 * sends them three times and is away for a while, and a count of what went unseen or twice.
 */
@NullMarked
package io.gatehouse.portal;

import org.jspecify.annotations.NullMarked;
