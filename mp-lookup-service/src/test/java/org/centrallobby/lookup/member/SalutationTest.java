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
    void onlySinnFeinStaysAway() {
        assertThat(Member.of(4245, "Paul Maskey", "Paul Maskey MP", "Sinn Féin", Contact.NONE)
                        .takesSeat())
                .isFalse();
        assertThat(Member.of(4827, "Claire Hanna", "Claire Hanna MP", "Social Democratic & Labour Party", Contact.NONE)
                        .takesSeat())
                .isTrue();
    }
}
