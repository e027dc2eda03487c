@NullMarked
package org.centrallobby.mail.problem;

import org.jspecify.annotations.NullMarked;
