@NullMarked
package org.centrallobby.testbed;

import org.jspecify.annotations.NullMarked;
