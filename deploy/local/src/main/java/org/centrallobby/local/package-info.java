/** The whole platform on one machine: what {@code deploy/run} starts, and what the journeys of {@code deploy/e2e} run against. */
@NullMarked
package org.centrallobby.local;

import org.jspecify.annotations.NullMarked;
