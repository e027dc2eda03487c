/** The places that elect a member: the 650 constituencies of the 2024 boundaries. */
@NullMarked
package org.centrallobby.lookup.constituency;

import org.jspecify.annotations.NullMarked;
