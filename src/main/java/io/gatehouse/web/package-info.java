/**
 * What is the same for whatever is said over HTTP or shown as a page: a body byte for byte, a text
 * as harmless HTML. Writes no table.
 */
@NullMarked
package io.gatehouse.web;

import org.jspecify.annotations.NullMarked;
