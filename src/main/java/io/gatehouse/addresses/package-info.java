/** E-mail addresses, sites and accounts, however their signs are written. Pure. Writes no table. */
@NullMarked
package io.gatehouse.addresses;

import org.jspecify.annotations.NullMarked;
