/** The page on which an organisation sees its campaigns in numbers and decides about comments; its source is src/main/dashboard. */
@NullMarked
package org.centrallobby.letter.dashboard;

import org.jspecify.annotations.NullMarked;
