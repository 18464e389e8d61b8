@NullMarked
package io.gatehouse.backlog;

import org.jspecify.annotations.NullMarked;
