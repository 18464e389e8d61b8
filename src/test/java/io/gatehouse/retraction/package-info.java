/** Tests of what is taken out of threads and put back. */
@NullMarked
package io.gatehouse.retraction;

import org.jspecify.annotations.NullMarked;
