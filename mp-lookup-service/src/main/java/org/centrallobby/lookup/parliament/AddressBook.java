package org.centrallobby.lookup.parliament;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.centrallobby.lookup.member.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one answer of Parliament's older API that holds the addresses of all members: {@code Members/Member} with
 * {@code Addresses/Address}. Of an address only its type and the e-mail are read; all else is passed over.
 */
final class AddressBook {
    private static final XMLInputFactory XML = factory();

    private final Map<Integer, Contact> contacts = new HashMap<>();
    private final List<PublishedAddress> addresses = new ArrayList<>();
    private final String label;
    private int member;
    private boolean office;
    private boolean preferred;

    private AddressBook(String label) {
        this.label = label;
    }

    /**
     * How members are reached, by their ids; one of whom no e-mail address is told has none.
     *
     * @throws ParliamentFailure if the answer is none of the kind
     */
    static Map<Integer, Contact> read(String label, byte[] content) {
        var book = new AddressBook(label);
        try {
            var xml = XML.createXMLStreamReader(new ByteArrayInputStream(content));
            while (xml.hasNext()) {
                book.take(xml, xml.next());
            }
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            throw new ParliamentFailure(
                    label,
                    "it is not whole XML%s"
                            .formatted(place == null ? "" : " (line %d)".formatted(place.getLineNumber())));
        }
        if (book.contacts.isEmpty()) {
            throw new ParliamentFailure(label, "it names no member");
        }
        return book.contacts;
    }

    private void take(XMLStreamReader xml, int event) throws XMLStreamException {
        if (event == XMLStreamConstants.DTD) {
            throw new ParliamentFailure(label, "it declares a document type, which the API never does");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            switch (xml.getLocalName()) {
                case "Member" -> {
                    member = number(xml.getAttributeValue(null, "Member_Id"));
                    addresses.clear();
                }
                case "Address" -> {
                    office = number(xml.getAttributeValue(null, "Type_Id")) == PublishedAddress.PARLIAMENTARY_OFFICE;
                    preferred = false;
                }
                case "IsPreferred" ->
                    preferred = Boolean.parseBoolean(xml.getElementText().strip());
                case "Email" ->
                    PublishedAddress.in(office, preferred, xml.getElementText()).forEach(addresses::add);
                default -> {}
            }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Member")) {
            if (member <= 0 || contacts.put(member, PublishedAddress.choose(addresses)) != null) {
                throw new ParliamentFailure(
                        label, "a member has no id, or member %d stands in it twice".formatted(member));
            }
        }
    }

    private int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new ParliamentFailure(label, "an id is not a number");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }
}
