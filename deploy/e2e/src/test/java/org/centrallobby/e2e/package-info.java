/** Journeys and faults over the three packaged services, each a process of its own. */
@NullMarked
package org.centrallobby.e2e;

import org.jspecify.annotations.NullMarked;
