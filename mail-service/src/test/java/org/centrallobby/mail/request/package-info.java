@NullMarked
package org.centrallobby.mail.request;

import org.jspecify.annotations.NullMarked;
