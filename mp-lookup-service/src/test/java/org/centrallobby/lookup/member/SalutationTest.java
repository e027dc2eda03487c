package org.centrallobby.lookup.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalutationTest {
    @ParameterizedTest
    @CsvSource({
        "Sir Iain Duncan Smith, Sir Iain",
        "Dame Chi Onwurah, Dame Chi",
        "Ms Diane Abbott, Ms Abbott",
        "Mr Alex Barros-Curtis, Mr Barros-Curtis",
        "Dr Scott Arthur, Dr Arthur",
        "Mrs Kemi Badenoch, Mrs Badenoch",
        "Mr Tanmanjeet Singh Dhesi, Mr Tanmanjeet Singh Dhesi",
        "Wendy Morton, Wendy Morton",
        "Órfhlaith Begley, Órfhlaith Begley",
        "Liz Saville Roberts, Liz Saville Roberts",
        "Jim Allister KC MP, Jim Allister",
    })
    void aNameIsAddressedByItsTitle(String name, String salutation) {
        assertThat(Salutation.of(name)).isEqualTo(salutation);
    }

    @ParameterizedTest
    @CsvSource({
        "Ms Diane Abbott, Ms Abbott, Ms Abbott",
        "Andy Burnham, Mr Burnham, Mr Burnham",
        "Mr Tanmanjeet Singh Dhesi, Mr. Dhesi, Mr Dhesi",
        "Wendy Morton, Dear Rt Hon Wendy Morton MP, Wendy Morton",
        "Jim Allister, 'Mr Allister, KC', Mr Allister",
        "Keir Starmer, Sir Keir, Sir Keir",
    })
    void whatParliamentSuggestsIsTaken(String name, String suggested, String salutation) {
        assertThat(Salutation.of(name, suggested)).isEqualTo(salutation);
    }

    @ParameterizedTest
    @CsvSource({
        "Sir Iain Duncan Smith, Mr Duncan Smith, Sir Iain",
        "Sir Iain Duncan Smith, Sir Iain Duncan Smith, Sir Iain",
        "Dr Rosena Allin-Khan, Ms Allin-Khan, Dr Allin-Khan",
        "Ms Ann Newname, Ms Oldname, Ms Newname",
        "Wendy Morton, Wendy, Wendy Morton",
        "Wendy Morton, '', Wendy Morton",
        "Wendy Morton, MP, Wendy Morton",
        "Wendy Morton, Wendy Mortimer, Wendy Morton",
        "John R. Smith, '', John R. Smith",
    })
    void aSuggestionThatContradictsTheNameIsNot(String name, String suggested, String salutation) {
        assertThat(Salutation.of(name, suggested)).isEqualTo(salutation);
    }

    @Test
    void theSpeakerIsAddressedByTheOffice() {
        var speaker = Member.of(467, "Sir Lindsay Hoyle", "Rt Hon Sir Lindsay Hoyle MP", "Speaker", Contact.NONE);

        assertThat(speaker.salutation()).isEqualTo("Mr Speaker");
        assertThat(speaker.role()).isEqualTo(Role.SPEAKER);
        assertThat(Salutation.ofSpeaker("Dame Eleanor Laing")).isEqualTo("Madam Speaker");
    }

    @Test
    void blanksAreSqueezedAndMissingLettersAdded() {
        var member = Member.of(1, " Lucy  Rigby", "Lucy  Rigby KC MP", "Labour", Contact.NONE);
        var untitled = Member.of(2, "Andy Burnham", "Rt Hon Andy Burnham", "Labour", Contact.NONE);

        assertThat(member.name()).isEqualTo("Lucy Rigby");
        assertThat(member.fullTitle()).isEqualTo("Lucy Rigby KC MP");
        assertThat(untitled.fullTitle()).isEqualTo("Rt Hon Andy Burnham MP");
    }

    @Test
    void accentsAreKeptHoweverTheyAreWritten() {
        var member =
                Member.of(1, "Sia\u0302n\u00A0 Invented", "Sia\u0302n Invented", null, "Green Party", Contact.NONE);

        assertThat(member.name()).isEqualTo("Siân Invented");
        assertThat(member.fullTitle()).isEqualTo("Siân Invented MP");
        assertThat(member.salutation()).isEqualTo("Siân Invented");
    }

    @Test
    void theLettersNeedNotComeLast() {
        assertThat(Member.of(1, "Ann Invented", "Ann Invented MP KC", "Labour", Contact.NONE)
                        .fullTitle())
                .isEqualTo("Ann Invented MP KC");
    }

    @Test
    void onlySinnFeinStaysAway() {
        assertThat(Member.of(4245, "Paul Maskey", "Paul Maskey MP", "Sinn Féin", Contact.NONE)
                        .takesSeat())
                .isFalse();
        assertThat(Member.of(4245, "Paul Maskey", "Paul Maskey MP", "Sinn Fein ", Contact.NONE)
                        .takesSeat())
                .isFalse();
        assertThat(Member.of(4827, "Claire Hanna", "Claire Hanna MP", "Social Democratic & Labour Party", Contact.NONE)
                        .takesSeat())
                .isTrue();
    }
}
