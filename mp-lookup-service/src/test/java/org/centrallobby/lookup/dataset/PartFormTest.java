package org.centrallobby.lookup.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.seat.Seat;
import org.junit.jupiter.api.Test;

class PartFormTest {
    private final PartForm form =
            new PartForm(JsonMapper.builder().findAndAddModules().build());

    @Test
    void membersThatAnEarlierVersionKeptHoldNoOffice() {
        var kept = """
                {"E14001063": {"status": "filled", "since": null, "member": {
                  "id": 1, "name": "Ann Invented", "fullTitle": "Ann Invented MP", "salutation": "Ann Invented",
                  "party": "Labour", "role": null, "takesSeat": true,
                  "contact": {"kind": "email", "email": "ann@mp.example", "webForm": null}}}}
                """;
        var ann = Member.of(1, "Ann Invented", "Ann Invented MP", "Labour", Contact.email("ann@mp.example"));

        assertThat(form.read(Part.MEMBERS, kept.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new PartContent.Members(Map.of("E14001063", Seat.filled(ann, null))));
    }

    @Test
    void officesAreKept() {
        var ann = Member.of(1, "Ann Invented", "Ann Invented MP", "Labour", Contact.NONE)
                .holding(List.of("Whip"));
        var members = new PartContent.Members(Map.of("E14001063", Seat.filled(ann, null)));

        assertThat(form.read(Part.MEMBERS, form.write(members))).isEqualTo(members);
    }
}
