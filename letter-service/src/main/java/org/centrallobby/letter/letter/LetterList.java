package org.centrallobby.letter.letter;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of letters; {@code next} is the cursor of what follows, null at the end. */
@Schema(example = "{\"letters\": [" + LetterView.EXAMPLE + "], \"next\": null}")
record LetterList(List<LetterView> letters, @Nullable String next) {}
