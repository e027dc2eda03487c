/** Events wait here, in the transaction that made them true, until Kafka has taken them. */
@NullMarked
package org.centrallobby.mail.outbox;

import org.jspecify.annotations.NullMarked;
