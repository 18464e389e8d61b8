/**
 * The description of the API, generated from the routes when the code is compiled, and a page to
 * try it. Writes no table.
 */
@NullMarked
package io.gatehouse.apidoc;

import org.jspecify.annotations.NullMarked;
