package org.centrallobby.letter.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareCodeTest {
    @Test
    void aCodeGoesThroughAnAddressAsItIsAndIsReadBack() {
        assertThat(Stream.generate(ShareCode::random).limit(1_000))
                .allSatisfy(code -> assertThat(ShareCode.read(code.value())).contains(code))
                .allSatisfy(code -> assertThat(code.value()).matches("[a-z2-9]{13}"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "k7m2q9x4h3d8",
                "k7m2q9x4h3d8wx",
                "K7M2Q9X4H3D8W",
                "k7m2q9x4h3d8l",
                "k7m2q9x4h3d8\n",
                "' or 1=1 --aaa"
            })
    void whatHasAnotherFormIsNoCode(String text) {
        assertThat(ShareCode.read(text)).isEmpty();
    }
}
