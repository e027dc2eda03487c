/** A campaign on somebody else's page: what to paste there, the page for frames, the QR code. */
@NullMarked
package org.centrallobby.letter.embed;

import org.jspecify.annotations.NullMarked;
