/**
 * A small ERPNext site that keeps documents, checks permissions and links, and fires webhooks, as
 * Frappe's source and documentation say that it does. The whole loop runs against it; so would it
 * against a real one.
 */
@NullMarked
package io.gatehouse.fakesite;

import org.jspecify.annotations.NullMarked;
