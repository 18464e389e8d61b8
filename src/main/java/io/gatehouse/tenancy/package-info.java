/**
 * Organizations that misbehave: flagged, suspended and restored, by the operator, by what was seen
 * of them, or by time (S2.10–S2.15). Writes organization_moderation.
 */
@NullMarked
package io.gatehouse.tenancy;

import org.jspecify.annotations.NullMarked;
