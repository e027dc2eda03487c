/** What resources share: versions of what they show, and lists that are read page by page. */
@NullMarked
package org.centrallobby.letter.web;

import org.jspecify.annotations.NullMarked;
