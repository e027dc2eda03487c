/** What the lookup service is measured against. */
@NullMarked
package org.centrallobby.bench.app;

import org.jspecify.annotations.NullMarked;
