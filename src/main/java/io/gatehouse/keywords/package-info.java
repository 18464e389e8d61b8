/**
 * What can be told of content by its words alone (S4.7 to S4.11): phrases from data files, and the
 * rules of an organization. Pure: the same text and rules give the same opinion. Writes no table.
 */
@NullMarked
package io.gatehouse.keywords;

import org.jspecify.annotations.NullMarked;
