/** Tests of comparing a site's lists with what its webhooks told. */
@NullMarked
package io.gatehouse.catchup;

import org.jspecify.annotations.NullMarked;
