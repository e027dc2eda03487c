/** Events wait here, in the transaction that made them true, until Kafka has taken them. */
@NullMarked
package org.centrallobby.lookup.outbox;

import org.jspecify.annotations.NullMarked;
