@NullMarked
package org.centrallobby.mail.queue;

import org.jspecify.annotations.NullMarked;
