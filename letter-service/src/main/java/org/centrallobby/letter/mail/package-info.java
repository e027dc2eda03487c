/** What the mail-service is asked to send, and the few words that this service itself writes to supporters. */
@NullMarked
package org.centrallobby.letter.mail;

import org.jspecify.annotations.NullMarked;
