/** Faults at random over real processes while letters flow, and then an audit of every letter. */
@NullMarked
package org.centrallobby.e2e.chaos;

import org.jspecify.annotations.NullMarked;
