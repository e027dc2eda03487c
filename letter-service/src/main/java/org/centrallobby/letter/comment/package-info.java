/** What supporters say about a campaign: from those alone who confirmed a letter, and seen by nobody before a person has read it. */
@NullMarked
package org.centrallobby.letter.comment;

import org.jspecify.annotations.NullMarked;
