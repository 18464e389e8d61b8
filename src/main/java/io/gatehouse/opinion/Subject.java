package io.gatehouse.opinion;

import io.gatehouse.base.OrganizationId;
import io.gatehouse.categories.Opinion;
import io.gatehouse.rulings.Source;

/**
 * A text to be read.
 *
 * @param text as people see it
 * @param words what the words alone make of it
 * @param waits whether somebody waits for the opinion
 */
record Subject(
    OrganizationId organization, Source source, String text, Opinion words, boolean waits) {}
