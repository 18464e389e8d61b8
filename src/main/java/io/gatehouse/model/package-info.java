/**
 * Asks a language model what it thinks of a text (S4.12): any server that speaks as OpenAI's does.
 * What is not exactly the answer that was asked for is doubt, never an opinion. Writes model_usage.
 */
@NullMarked
package io.gatehouse.model;

import org.jspecify.annotations.NullMarked;
