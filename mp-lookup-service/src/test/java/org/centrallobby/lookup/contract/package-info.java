/** Holds the whole OpenAPI document, operation by operation, to what the service does. */
@NullMarked
package org.centrallobby.lookup.contract;

import org.jspecify.annotations.NullMarked;
