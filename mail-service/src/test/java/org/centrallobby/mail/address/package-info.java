@NullMarked
package org.centrallobby.mail.address;

import org.jspecify.annotations.NullMarked;
