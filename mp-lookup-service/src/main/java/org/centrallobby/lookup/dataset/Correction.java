package org.centrallobby.lookup.dataset;

import org.centrallobby.lookup.member.Contact;
import org.centrallobby.lookup.member.Member;
import org.jspecify.annotations.Nullable;

/**
 * How a seat takes letters, as the operator knows better.
 *
 * @param constituency the code
 * @param member the id of the member it holds for; null if it holds for whoever has the seat
 */
record Correction(String constituency, @Nullable Integer member, Contact contact) {
    boolean concerns(Member holder) {
        return member == null || member == holder.id();
    }

    @Override
    public String toString() {
        return "Correction[%s]".formatted(constituency);
    }
}
