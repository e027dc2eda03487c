package org.centrallobby.lookup.seat;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the list of members; {@code next} is the cursor of what follows, null at the end. */
record MemberPage(
        List<MemberView> members,
        @Schema(nullable = true, examples = "152") @Nullable String next) {}
