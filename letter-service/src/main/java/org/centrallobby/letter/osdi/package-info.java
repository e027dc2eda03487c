/**
 * A second face of the service for programs that synchronise people and actions between systems, in the shapes of the Open
 * Supporter Data Interface 1.2 (opensupporter.github.io/osdi-docs). It maps what the native API has; sending stays there.
 */
@NullMarked
package org.centrallobby.letter.osdi;

import org.jspecify.annotations.NullMarked;
