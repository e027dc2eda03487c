@NullMarked
package org.centrallobby.letter.page;

import org.jspecify.annotations.NullMarked;
