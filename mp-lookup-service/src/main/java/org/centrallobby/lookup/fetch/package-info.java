/** Fetches public data from others' servers, and is a guest there that nobody minds. */
@NullMarked
package org.centrallobby.lookup.fetch;

import org.jspecify.annotations.NullMarked;
