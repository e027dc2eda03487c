/** Faults around the mail-service as a process: after each, every mail is accounted for. {@code FAULTS.md} lists them all. */
@NullMarked
package org.centrallobby.e2e.mail;

import org.jspecify.annotations.NullMarked;
