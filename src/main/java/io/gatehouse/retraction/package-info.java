/**
 * Takes documents out of an ERPNext site's threads after the fact, because the other side could
 * read them before us (X9), and puts them back when their owner says so. Writes thread_retraction.
 */
@NullMarked
package io.gatehouse.retraction;

import org.jspecify.annotations.NullMarked;
