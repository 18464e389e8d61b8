/**
 * What the gateway does in an Issue's thread on the ERPNext site: notices that both sides read, and
 * what becomes of documents that are kept back after the fact. Writes no table.
 */
@NullMarked
package io.gatehouse.thread;

import org.jspecify.annotations.NullMarked;
