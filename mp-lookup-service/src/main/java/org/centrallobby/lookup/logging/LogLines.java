package org.centrallobby.lookup.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Every line of the log on its way out. Exceptions lose their words, and what our own sentences say gets fields to search for: the
 * sentence itself, as the code has it, is the {@code event}, and "Mail %s waits" has the field {@code mail}.
 */
@LoggingFilter(name = "lines")
public final class LogLines implements Filter {
    private static final String OWN = "org.centrallobby.";
    private static final Pattern VALUE = Pattern.compile("(?:(\\w+) )?%[sd]");
    private static final Set<String> FIELDS = Set.of(
            "campaign",
            "delivery",
            "domain",
            "incident",
            "letter",
            "mail",
            "organisation",
            "part",
            "relay",
            "release",
            "return",
            "topic");

    private static volatile boolean anybodyMayCome;

    /** From now on exceptions may quote people; until now they were about the operator's settings, and say what is wrong with them. */
    static void anybodyMayCome() {
        anybodyMayCome = true;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        var thrown = line.getThrown();
        if (thrown != null && anybodyMayCome) {
            line.setThrown(Wordless.of(thrown));
        }
        if (line instanceof ExtLogRecord own
                && String.valueOf(line.getLoggerName()).startsWith(OWN)) {
            own.putMdc("event", line.getMessage());
            addFields(own);
        }
        return true;
    }

    private static void addFields(ExtLogRecord line) {
        var values = line.getParameters();
        if (values == null) {
            return;
        }
        var places = VALUE.matcher(line.getMessage());
        for (var place = 0; place < values.length && places.find(); place++) {
            var name = places.group(1) == null ? "" : places.group(1).toLowerCase(Locale.ROOT);
            if (FIELDS.contains(name)) {
                line.putMdc(name, String.valueOf(values[place]));
            }
        }
    }
}
