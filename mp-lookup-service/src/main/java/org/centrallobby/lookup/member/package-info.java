/** Members of the House of Commons: how they are called, addressed and reached. */
@NullMarked
package org.centrallobby.lookup.member;

import org.jspecify.annotations.NullMarked;
