/** What comes back: delivery reports, bounces, complaints, automatic answers and replies are understood and acted upon. */
@NullMarked
package org.centrallobby.mail.bounce;

import org.jspecify.annotations.NullMarked;
