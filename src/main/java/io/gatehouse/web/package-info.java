/** What arrives over HTTP, byte for byte, for edges that prove or keep it. Writes no table. */
@NullMarked
package io.gatehouse.web;

import org.jspecify.annotations.NullMarked;
