/** What traces tell of this service, and what they never do. */
@NullMarked
package org.centrallobby.lookup.tracing;

import org.jspecify.annotations.NullMarked;
