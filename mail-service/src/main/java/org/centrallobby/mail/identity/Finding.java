package org.centrallobby.mail.identity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a check said of a record.
 *
 * @param found what stands there
 * @param ok whether that is right
 * @param advice in words what to do; what is good to know where it is right
 */
@Schema(name = "DnsFinding")
record Finding(
        DnsRecord record,

        @Schema(description = "What the name servers answered")
        List<String> found,

        boolean ok,
        @Schema(description = "In words, what to do") String advice) {
    static Finding right(DnsRecord record, List<String> found, String advice) {
        return new Finding(record, found, true, advice);
    }

    static Finding wrong(DnsRecord record, List<String> found, String advice) {
        return new Finding(record, found, false, advice);
    }
}
