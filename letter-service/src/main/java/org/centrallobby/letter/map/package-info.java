/** Where constituencies lie on a map of equal hexagons, and how such a map is drawn. */
@NullMarked
package org.centrallobby.letter.map;

import org.jspecify.annotations.NullMarked;
