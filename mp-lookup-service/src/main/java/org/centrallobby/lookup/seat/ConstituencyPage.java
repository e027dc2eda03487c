package org.centrallobby.lookup.seat;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the list of constituencies; {@code next} is the cursor of what follows, null at the end. */
record ConstituencyPage(
        List<ConstituencyView> constituencies,

        @Schema(nullable = true, examples = "E14001167") @Nullable String next) {}
