/**
 * What operators and owners set up over HTTP: organizations, their provider accounts and settings.
 * An edge; writes no table.
 */
@NullMarked
package io.gatehouse.administration;

import org.jspecify.annotations.NullMarked;
