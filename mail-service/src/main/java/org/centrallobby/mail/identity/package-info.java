/** Whose mail it is: sending domains, their keys and signatures, and the addresses that what comes back is known by. */
@NullMarked
package org.centrallobby.mail.identity;

import org.jspecify.annotations.NullMarked;
