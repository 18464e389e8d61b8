/**
 * What was decided on content and what people said of it (S4.14, B50), what holds now, and what
 * waits for somebody to look at it. Writes content_moderation_decision, content_moderation_review,
 * content_moderation_queue and content_moderation_text.
 */
@NullMarked
package io.gatehouse.rulings;

import org.jspecify.annotations.NullMarked;
