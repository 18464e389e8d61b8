/**
 * Moderation for other systems and for reviewers: content of theirs is classified (S4.13), their
 * users' reports are heard (S4.9), and people work on what waits and overrule (S4.18, S4.19).
 * Writes content_moderation_report.
 */
@NullMarked
package io.gatehouse.moderation;

import org.jspecify.annotations.NullMarked;
