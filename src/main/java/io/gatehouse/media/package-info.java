/**
 * Files that come with text messages: fetched from the provider, searched, kept for the owner, and
 * passed on by links that expire. Writes media_item and media_link.
 */
@NullMarked
package io.gatehouse.media;

import org.jspecify.annotations.NullMarked;
