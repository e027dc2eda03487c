/** Everything that fails leaves this service as a problem document (RFC 9457), made in one place. */
@NullMarked
package org.centrallobby.lookup.problem;

import org.jspecify.annotations.NullMarked;
