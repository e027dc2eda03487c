@NullMarked
package org.centrallobby.letter.campaign;

import org.jspecify.annotations.NullMarked;
