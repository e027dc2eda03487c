/** Tells organisations' own systems what happens, as Standard Webhooks 1.0 has it: endpoints, deliveries, and their sending. */
@NullMarked
package org.centrallobby.letter.webhook;

import org.jspecify.annotations.NullMarked;
