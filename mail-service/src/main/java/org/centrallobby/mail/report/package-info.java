/** What other services are told about a mail. */
@NullMarked
package org.centrallobby.mail.report;

import org.jspecify.annotations.NullMarked;
