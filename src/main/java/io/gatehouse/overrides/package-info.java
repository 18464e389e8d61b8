/**
 * The owner's word on what was recorded: released, dismissed, allowed from now on, and what that
 * teaches about the rules. Writes rule_lesson.
 */
@NullMarked
package io.gatehouse.overrides;

import org.jspecify.annotations.NullMarked;
