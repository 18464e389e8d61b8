/**
 * Tenants: their standing and their one versioned document of settings. Writes organization and
 * settings_version.
 */
@NullMarked
package io.gatehouse.organization;

import org.jspecify.annotations.NullMarked;
