@NullMarked
package org.centrallobby.mail.smtp;

import org.jspecify.annotations.NullMarked;
