@NullMarked
package io.gatehouse.site;

import org.jspecify.annotations.NullMarked;
