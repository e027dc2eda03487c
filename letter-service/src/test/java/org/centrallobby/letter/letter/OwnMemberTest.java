package org.centrallobby.letter.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnMemberTest {
    @ParameterizedTest
    @CsvSource({
        "iain duncan-smith, Sir Iain Duncan Smith, true",
        "The Rt. Hon. Sir Iain Duncan Smith MP, Sir Iain Duncan Smith, true",
        "Siân Example, Ms Sian Example, true",
        "Iain Smith, Sir Iain Duncan Smith, false",
        "Sir, Dame, false",
        "MP, Sir Iain Duncan Smith, false"
    })
    void aNameIsComparedWithoutTitlesAccentsAndCase(String name, String member, boolean same) {
        assertThat(OwnMember.isNamed(name, member)).isEqualTo(same);
    }
}
