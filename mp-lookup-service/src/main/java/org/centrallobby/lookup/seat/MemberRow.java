package org.centrallobby.lookup.seat;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.ContactKind;
import org.centrallobby.lookup.member.Member;
import org.centrallobby.lookup.member.Role;
import org.jspecify.annotations.Nullable;

/** A member who holds a seat. */
@Entity
@Table(name = "member")
class MemberRow {
    @Id
    private int id;

    private String name;
    private String fullTitle;
    private String salutation;
    private String party;

    @Enumerated(EnumType.STRING)
    private @Nullable Role role;

    private List<String> offices;
    private boolean takesSeat;

    @Enumerated(EnumType.STRING)
    private ContactKind contactKind;

    private @Nullable String email;
    private @Nullable String webForm;
    private @Nullable LocalDate emailMissingSince;

    @SuppressWarnings("NullAway.Init")
    protected MemberRow() {}

    MemberRow(Member member) {
        this.id = member.id();
        this.name = member.name();
        this.fullTitle = member.fullTitle();
        this.salutation = member.salutation();
        this.party = member.party();
        this.role = member.role();
        this.offices = member.offices();
        this.takesSeat = member.takesSeat();
        this.contactKind = member.contact().kind();
        this.email = member.contact().email();
        this.webForm = member.contact().webForm();
        this.emailMissingSince = member.contact().emailMissingSince();
    }

    Member member() {
        var contact = new Contact(contactKind, email, webForm, emailMissingSince);
        return new Member(id, name, fullTitle, salutation, party, role, offices, takesSeat, contact);
    }
}
