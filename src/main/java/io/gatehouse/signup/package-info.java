/**
 * The edge for applications that ask about names and invitations before they accept them (S2.17,
 * S2.22). Writes no table itself.
 */
@NullMarked
package io.gatehouse.signup;

import org.jspecify.annotations.NullMarked;
