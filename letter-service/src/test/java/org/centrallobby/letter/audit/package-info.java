@NullMarked
package org.centrallobby.letter.audit;

import org.jspecify.annotations.NullMarked;
