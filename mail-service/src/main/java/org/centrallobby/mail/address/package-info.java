/** Whom mail goes to and what can stand in its headers. */
@NullMarked
package org.centrallobby.mail.address;

import org.jspecify.annotations.NullMarked;
