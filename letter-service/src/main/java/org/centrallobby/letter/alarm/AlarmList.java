package org.centrallobby.letter.alarm;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of alarms; {@code next} is the cursor of what follows, null at the end. */
@Schema(example = "{\"alarms\": [" + AlarmView.EXAMPLE + "], \"next\": null}")
record AlarmList(List<AlarmView> alarms, @Nullable String next) {}
