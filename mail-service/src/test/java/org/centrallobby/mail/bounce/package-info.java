@NullMarked
package org.centrallobby.mail.bounce;

import org.jspecify.annotations.NullMarked;
