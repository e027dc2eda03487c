package org.centrallobby.letter.osdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.centrallobby.letter.osdi.Filter.Field;
import org.centrallobby.letter.problem.Failure;
import org.centrallobby.letter.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final Map<String, Field> FIELDS =
            Map.of("modified_date", new Field("m", Field.Kind.TIME), "email_address", new Field("e", Field.Kind.EMAIL));

    @Test
    void comparesWithParametersOnly() {
        var filter = Filter.parse("modified_date gt '2026-11-01T00:00:00Z'", FIELDS);

        assertThat(filter.sql()).isEqualTo("(m > :f0)");
        assertThat(filter.values()).containsExactly(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void andBindsCloserThanOrAndBracketsCloserThanBoth() {
        assertThat(
                        sql(
                                "modified_date ge 2026-11-01 or modified_date lt 2026-10-01 and email_address ne 'A@example.org'"))
                .isEqualTo("(m >= :f0 or m < :f1 and e <> :f2)");
        assertThat(
                        sql(
                                "(modified_date le 2026-11-01 or modified_date eq 2026-10-01) and email_address eq 'a@example.org'"))
                .isEqualTo("((m <= :f0 or m = :f1) and e = :f2)");
    }

    @Test
    void anAddressIsTheSameInCapitalLettersAndWithAnApostrophe() {
        assertThat(Filter.parse("email_address eq 'O''Neil@Example.org'", FIELDS)
                        .values())
                .containsExactly("o'neil@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modified_date",
                "modified_date gt",
                "modified_date like '2026-11-01'",
                "modified_date gt yesterday",
                "modified_date gt '-999999999-01-01T00:00:00Z'",
                "email_address eq '\u0000@example.org'",
                "shoe_size eq 43",
                "password gt 'a' or true",
                "modified_date gt '2026-11-01",
                "(modified_date gt 2026-11-01",
                "modified_date gt 2026-11-01)",
                "modified_date gt 2026-11-01 modified_date gt 2026-11-01",
                "modified_date gt 2026-11-01; drop table letter",
                "()",
                "'",
                "((((((((((((((((((((modified_date gt 2026-11-01))))))))))))))))))))"
            })
    void whatItDoesNotUnderstandIsRefused(String text) {
        assertThatThrownBy(() -> Filter.parse(text, FIELDS))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.type()).isEqualTo(ProblemType.BAD_REQUEST));
    }

    private static String sql(String text) {
        return Filter.parse(text, FIELDS).sql();
    }
}
