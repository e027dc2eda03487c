/** The operator's own key, from the environment. */
@NullMarked
package org.centrallobby.mail.operator;

import org.jspecify.annotations.NullMarked;
