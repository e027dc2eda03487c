/** Tests of what the platform is run with. They read files and start commands; no engine and no cluster is needed. */
@NullMarked
package org.centrallobby.operations;

import org.jspecify.annotations.NullMarked;
