/** Holds the whole OpenAPI document, operation by operation, to what the service does. */
@NullMarked
package org.centrallobby.mail.contract;

import org.jspecify.annotations.NullMarked;
