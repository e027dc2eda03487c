@NullMarked
package org.centrallobby.mail;

import org.jspecify.annotations.NullMarked;
