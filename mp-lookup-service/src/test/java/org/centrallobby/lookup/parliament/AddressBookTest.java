package org.centrallobby.lookup.parliament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.centrallobby.lookup.member.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBookTest {
    private static final String BOOK = """
            <?xml version="1.0" encoding="utf-8"?>
            <Members>
              <Member Member_Id="1" Dods_Id="9" Pims_Id="8">
                <DisplayAs>Ms Ann Invented</DisplayAs>
                <Party Id="15">Labour</Party>
                <Addresses>
                  <Address Type_Id="6"><Type>Website</Type><Address1>https://www.mp.example</Address1></Address>
                  <Address Type_Id="4"><Type>Constituency</Type><IsPreferred>True</IsPreferred>
                    <Address1>1 Invented Lane</Address1><Postcode>ZZ1 1ZZ</Postcode><Email>home@mp.example</Email></Address>
                  <Address Type_Id="1"><Type>Parliamentary</Type><IsPreferred>False</IsPreferred><Note/>
                    <Address1>House of Commons</Address1><Email>ann@mp.example; other@mp.example</Email></Address>
                </Addresses>
              </Member>
              <Member Member_Id="2"><Addresses><Address Type_Id="4"><Email/></Address></Addresses></Member>
              <Member Member_Id="3"><Addresses/></Member>
              <Member Member_Id="4"><Addresses><Address Type_Id="4"><Email>bob@mp.example</Email></Address></Addresses></Member>
            </Members>
            """;

    @TempDir
    Path folder;

    @Test
    void everyMemberHasTheirOwnAddress() {
        assertThat(read(BOOK))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        1,
                        Contact.email("ann@mp.example"),
                        2,
                        Contact.NONE,
                        3,
                        Contact.NONE,
                        4,
                        Contact.email("bob@mp.example")));
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertThat(read("\uFEFF" + BOOK)).hasSize(4);
    }

    @Test
    void nothingOfThisMachineIsReadIntoIt() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret@mp.example");
        var answer = """
                <?xml version="1.0"?><!DOCTYPE Members [<!ENTITY x SYSTEM "%s">]>
                <Members><Member Member_Id="1"><Addresses><Address Type_Id="1"><Email>&x;</Email></Address></Addresses></Member></Members>
                """.formatted(secret.toUri());

        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(ParliamentFailure.class)
                .hasMessageContaining("declares a document type")
                .hasMessageNotContaining("secret@");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Members><Member Member_Id=\"1\"> | it is not whole XML (line 1)",
                "<Members/> | it names no member",
                "{} | it is not whole XML (line 1)",
                "<Members><Member/></Members> | a member has no id",
                "<Members><Member Member_Id=\"x\"/></Members> | an id is not a number",
                "<Members><Member Member_Id=\"1\"/><Member Member_Id=\"1\"/></Members> | member 1 stands in it twice",
            })
    void whatIsNoSuchAnswerIsAnAlarm(String answer, String reason) {
        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(ParliamentFailure.class)
                .hasMessageContaining(reason);
    }

    private static Map<Integer, Contact> read(String answer) {
        return AddressBook.read("the book", answer.getBytes(StandardCharsets.UTF_8));
    }
}
