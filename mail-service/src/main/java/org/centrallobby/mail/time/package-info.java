/** Where the service asks what time it is. */
@NullMarked
package org.centrallobby.mail.time;

import org.jspecify.annotations.NullMarked;
