@NullMarked
package org.centrallobby.mail.suppression;

import org.jspecify.annotations.NullMarked;
