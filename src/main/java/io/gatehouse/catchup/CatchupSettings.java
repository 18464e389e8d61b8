package io.gatehouse.catchup;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/**
 * How lists are compared.
 *
 * @param overlap how far before the newest document seen the next look begins. Frappe sets creation
 *     before the commit, so that an older document may appear after a newer one; and when clocks go
 *     back in autumn the site's local time, which is all there is, runs through an hour twice. The
 *     default covers both
 * @param deep how far it begins before it once a day: for transactions that took hours, for a
 *     site's zone that was changed, for documents dated ahead
 * @param first how far back the very first look goes
 * @param grace what is that much younger than the newest new document may have a webhook on its way
 * @param silence webhooks that were not heard for so long, while documents came, are silent
 * @param page how many documents are compared at once, by name
 * @param batch how many are fetched at once, with their text
 */
@ConfigurationProperties("gatehouse.erpnext")
record CatchupSettings(
    @Bindable(defaultValue = "75m") Duration overlap,
    @Bindable(defaultValue = "36h") Duration deep,
    @Bindable(defaultValue = "1d") Duration first,
    @Bindable(defaultValue = "2m") Duration grace,
    @Bindable(defaultValue = "15m") Duration silence,
    @Bindable(defaultValue = "500") @Min(1) @Max(5000) int page,
    @Bindable(defaultValue = "50") @Min(1) @Max(100) int batch) {}
