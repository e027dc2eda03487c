@NullMarked
package org.centrallobby.letter.organisation;

import org.jspecify.annotations.NullMarked;
