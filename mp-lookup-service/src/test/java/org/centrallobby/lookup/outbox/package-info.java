@NullMarked
package org.centrallobby.lookup.outbox;

import org.jspecify.annotations.NullMarked;
