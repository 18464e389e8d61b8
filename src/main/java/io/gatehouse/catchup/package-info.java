/**
 * Compares a site's lists with what its webhooks told, and takes in what they lost. Frappe's
 * webhooks fire after the commit, give up silently after three tries and not at all while Redis is
 * away, so that the lists are the only truth. Writes site_watermark, site_seen and site_sync.
 */
@NullMarked
package io.gatehouse.catchup;

import org.jspecify.annotations.NullMarked;
