package io.gatehouse.base;

import java.util.Optional;

/**
 * Where PostgreSQL is and how to sign in there.
 *
 * @param jdbc for the driver, without credentials, so that it may be shown
 */
public record DatabaseUrl(String jdbc, String user, Optional<Secret> password) {}
