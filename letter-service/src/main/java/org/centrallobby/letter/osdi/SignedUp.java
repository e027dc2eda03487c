package org.centrallobby.letter.osdi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.centrallobby.letter.supporter.EmailAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of somebody who was sent to be signed up. */
@Schema(example = """
        {"identifiers": ["central_lobby:01936f41-0000-7000-8000-000000000001", "civicrm:4711"], "email_addresses": \
        [{"primary": true, "address": "ann@constituent.example", "status": "subscribed"}], "_links": {"self": {"href": \
        "https://letters.example.org/osdi/v1/people/01936f41-0000-7000-8000-000000000001"}}}\
        """)
record SignedUp(
        List<String> identifiers,
        @JsonProperty("email_addresses") List<OsdiPerson.Email> emailAddresses,
        @JsonProperty("_links") Map<String, Link> links) {
    static SignedUp as(UUID id, Iterable<String> others, EmailAddress email, Addresses addresses) {
        var identifiers = new ArrayList<>(Addresses.identifiers(id));
        others.forEach(identifiers::add);
        return new SignedUp(identifiers, status(email, "subscribed"), Map.of("self", addresses.link("people", id)));
    }

    /** They want to hear no more: nothing of them is kept. */
    static SignedUp not(EmailAddress email) {
        return new SignedUp(List.of(), status(email, "unsubscribed"), Map.of());
    }

    private static List<OsdiPerson.Email> status(EmailAddress email, String status) {
        return List.of(new OsdiPerson.Email(true, email.value(), status));
    }

    @Override
    public String toString() {
        return "SignedUp" + identifiers;
    }
}
