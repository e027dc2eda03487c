@NullMarked
package org.centrallobby.letter.job;

import org.jspecify.annotations.NullMarked;
