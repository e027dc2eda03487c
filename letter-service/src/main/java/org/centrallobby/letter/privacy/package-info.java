/** What is held on people, by whom and for how long: subject access, erasure, and the clocks after which things are forgotten. */
@NullMarked
package org.centrallobby.letter.privacy;

import org.jspecify.annotations.NullMarked;
