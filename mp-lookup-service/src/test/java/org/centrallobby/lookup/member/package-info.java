@NullMarked
package org.centrallobby.lookup.member;

import org.jspecify.annotations.NullMarked;
