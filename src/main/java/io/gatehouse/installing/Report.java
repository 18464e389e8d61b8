package io.gatehouse.installing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a site, and done.
 *
 * @param done whether nothing is left to be done
 * @param credentials told this once, where the gateway must be started with them
 */
@Serdeable
record Report(
    String site,
    String user,
    String webhook,
    boolean done,
    List<Step> steps,
    KeyChapter.@Nullable Credentials credentials) {}
