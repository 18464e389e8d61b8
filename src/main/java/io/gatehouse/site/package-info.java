/** What an organization's ERPNext site says: its Issues and who is who in them. Writes no table. */
@NullMarked
package io.gatehouse.site;

import org.jspecify.annotations.NullMarked;
