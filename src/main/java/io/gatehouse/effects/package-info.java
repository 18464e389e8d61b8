/**
 * What is to be done outside, each exactly once: the ledger on db-scheduler, lanes, retry, park.
 * Writes effect, sandbox_effect and db-scheduler's scheduled_tasks.
 */
@NullMarked
package io.gatehouse.effects;

import org.jspecify.annotations.NullMarked;
