@NullMarked
package org.centrallobby.letter.widget;

import org.jspecify.annotations.NullMarked;
