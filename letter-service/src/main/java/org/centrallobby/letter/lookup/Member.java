package org.centrallobby.letter.lookup;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The member who holds a seat. */
@Embeddable
public class Member {
    private Integer memberId;
    private String memberName;
    private String salutation;
    private String party;

    @Enumerated(EnumType.STRING)
    private Delivery delivery;

    private @Nullable String email;
    private @Nullable String webForm;

    private List<String> offices;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    Member(
            int id,
            String name,
            String salutation,
            String party,
            Delivery delivery,
            @Nullable String email,
            @Nullable String webForm,
            List<String> offices) {
        this.memberId = id;
        this.memberName = name;
        this.salutation = salutation;
        this.party = party;
        this.delivery = delivery;
        this.email = email;
        this.webForm = webForm;
        this.offices = offices;
    }

    /** The id at the UK Parliament. */
    public int id() {
        return memberId;
    }

    /** As it is shown, for instance {@code Sir Iain Duncan Smith}. */
    public String name() {
        return memberName;
    }

    /** What follows "Dear", for instance {@code Sir Iain}. */
    public String salutation() {
        return salutation;
    }

    public String party() {
        return party;
    }

    public Delivery delivery() {
        return delivery;
    }

    /** Where letters go; never shown to the public. Null unless {@link #delivery()} is e-mail. */
    public @Nullable String email() {
        return delivery == Delivery.EMAIL ? email : null;
    }

    public @Nullable String webForm() {
        return webForm;
    }

    /** The posts that they hold, for instance {@code Minister of State (Cabinet Office)}; empty where none is known. */
    public List<String> offices() {
        return List.copyOf(offices);
    }
}
