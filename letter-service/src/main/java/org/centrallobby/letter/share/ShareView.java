package org.centrallobby.letter.share;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param friends letters that came over the link and count: confirmed, or sent by their writers */
@Schema(name = "PersonalLinkCount", example = "{\"friends\": 3}")
record ShareView(long friends) {}
