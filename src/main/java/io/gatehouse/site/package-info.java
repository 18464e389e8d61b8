/**
 * What an organization's ERPNext site says: its Issues, who is who in them, and its clock. Writes
 * site_issue and site_profile.
 */
@NullMarked
package io.gatehouse.site;

import org.jspecify.annotations.NullMarked;
