@NullMarked
package org.centrallobby.mail.pacing;

import org.jspecify.annotations.NullMarked;
