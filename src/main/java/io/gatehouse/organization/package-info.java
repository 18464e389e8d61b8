/**
 * Tenants: their standing, their provider accounts and their one versioned document of settings.
 * Writes organization, settings_version and provider_account.
 */
@NullMarked
package io.gatehouse.organization;

import org.jspecify.annotations.NullMarked;
