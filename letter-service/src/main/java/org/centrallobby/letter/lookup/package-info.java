/** Where a postcode lies and who sits for it: asked of the mp-lookup-service, and kept from its events. */
@NullMarked
package org.centrallobby.letter.lookup;

import org.jspecify.annotations.NullMarked;
