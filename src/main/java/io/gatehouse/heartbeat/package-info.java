/** When each site's webhooks were heard last. Writes site_heartbeat. */
@NullMarked
package io.gatehouse.heartbeat;

import org.jspecify.annotations.NullMarked;
