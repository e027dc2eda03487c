@NullMarked
package org.centrallobby.mail.identity;

import org.jspecify.annotations.NullMarked;
