package io.gatehouse.download;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How files are fetched.
 *
 * @param connect until a connection stands
 * @param whole until the file is here, redirects and all, however slowly it drips
 * @param bytes of one file at most; Twilio passes on no more than 5 MB
 */
@ConfigurationProperties("gatehouse.download")
record DownloadSettings(
    @Bindable(defaultValue = "5s") Duration connect,
    @Bindable(defaultValue = "20s") Duration whole,
    @Bindable(defaultValue = "5242880") int bytes) {}
