/** What the answers of several features share: the tag of their version. */
@NullMarked
package org.centrallobby.lookup.web;

import org.jspecify.annotations.NullMarked;
