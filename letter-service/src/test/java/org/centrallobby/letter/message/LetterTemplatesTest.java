package org.centrallobby.letter.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTemplatesTest {
    private static final MergeValues VALUES = new MergeValues(
            "Sir Iain Duncan Smith",
            "Sir Iain",
            "Conservative",
            "Chingford and Woodford Green",
            "Cameras",
            "Clear Sight",
            "Siân O'Brien",
            Map.of());

    private static final Selection NOTHING = new Selection(List.of(), "");

    private final LetterTemplates templates = new LetterTemplates();

    @Test
    void everyFieldIsFilledIn() {
        assertThat(body("{member.name}|{member.salutation}|{member.party}|{constituency.name}|{campaign.title}"
                        + "|{organisation.name}|{supporter.name}"))
                .isEqualTo("Sir Iain Duncan Smith|Sir Iain|Conservative|Chingford and Woodford Green|Cameras"
                        + "|Clear Sight|Siân O'Brien");
    }

    @Test
    void aSectionIsTakenOrLeft() {
        var template =
                "{#if member.party == 'Conservative'}yours{#else if member.party == 'Labour'}theirs{#else}all{/if}";

        assertThat(body(template)).isEqualTo("yours");
        assertThat(templates.bodyErrors(template)).isEmpty();
    }

    @Test
    void anEmptyValueIsFalse() {
        var values = new MergeValues("", "", "", "", "", "", "", Map.of());

        assertThat(templates
                        .merge(
                                LetterTemplate.of("s", "{#if supporter.name}named{#else}nameless{/if}"),
                                NOTHING,
                                values,
                                0)
                        .body())
                .isEqualTo("nameless");
    }

    @Test
    void aNameWithBracesStaysAsItWasTyped() {
        var values = new MergeValues("M", "M", "P", "C", "T", "O", "{member.name} <b>{#if} & \\{ 'x'", Map.of());

        assertThat(templates
                        .merge(LetterTemplate.of("{supporter.name}", "{supporter.name}"), NOTHING, values, 0)
                        .body())
                .isEqualTo("{member.name} <b>{#if} & \\{ 'x'");
    }

    @Test
    void aSubjectStaysOneLineOfAtMost150Characters() {
        var values = new MergeValues("M\nBcc: x@example.org", "M", "P", "C", "T".repeat(300), "O", "S", Map.of());
        var subject = templates
                .merge(LetterTemplate.of("{member.name} {campaign.title}", "b"), NOTHING, values, 0)
                .subject();

        assertThat(subject).startsWith("M Bcc: x@example.org T").endsWith("T…").hasSize(150);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{inject:foo}",
                "{str:eval('x')}",
                "{member.class}",
                "{member.name.class}",
                "{member.name.length}",
                "{member.name.getClass()}",
                "{member.name.or('x')}",
                "{member.name ?: 'x'}",
                "{member}",
                "{name}",
                "{this}",
                "{true}",
                "{1}",
                "{member.name('x')}",
                "{member['name'].class}",
                "{#for x in member.name}{x}{/for}",
                "{#each member}{it}{/each}",
                "{#include base /}",
                "{#insert /}",
                "{#eval 'x' /}",
                "{#let x=member.name}{x}{/let}",
                "{#set x=1}{/set}",
                "{#with member}{name}{/with}",
                "{#switch member.party}{#case 'x'}{/switch}",
                "{#fragment id=x}{/fragment}",
                "{#cached}{/cached}",
                "{#if member.class}x{/if}",
                "{#if inject:foo}x{/if}",
                "{#if member.name.isEmpty()}x{/if}",
                "{#if member.name > 3}x{/if}",
                "{#if}x{/if}",
                "{#if member.name}x",
                "{#if member.name}x{/for}",
                "x{/if}",
                "{#else}x",
                "{@java.lang.String x}",
                "{member.name",
                "{config:quarkus.datasource.password}",
                "{cdi:campaigns}",
                "a \u0000 b"
            })
    void whatReachesBeyondTheFieldsIsRefused(String template) {
        assertThat(templates.bodyErrors(template))
                .isNotEmpty()
                .allSatisfy(error ->
                        assertThat(error.detail()).endsWith(".").doesNotContain("Exception", "io.quarkus", "java."));
    }

    @Test
    void anErrorSaysWhereItIs() {
        assertThat(templates.bodyErrors("Dear all,\n\nI ask {member.nmae} and {you} to act."))
                .extracting(TemplateError::line, TemplateError::column)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, 7), org.assertj.core.groups.Tuple.tuple(3, 25));
        assertThat(templates.bodyErrors("first\n  {#if member.name}never closed"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).isEqualTo(2);
                    assertThat(error.detail()).contains("{/if}");
                });
    }

    static Stream<String> hostile() {
        return Stream.of(
                "{#if member.name}".repeat(10_000) + "x" + "{/if}".repeat(10_000),
                "{#if member.name}".repeat(900) + "x" + "{/if}".repeat(900),
                "{#if member.name}a" + "{#else if member.name}b".repeat(800) + "{/if}",
                "{#if " + "(".repeat(9_000) + "member.name" + ")".repeat(9_000) + "}x{/if}",
                "{#if " + "!".repeat(15_000) + "member.name}x{/if}",
                "{#if member.name" + " && member.name".repeat(1_200) + "}x{/if}",
                "{member" + ".name".repeat(3_500) + "}",
                "{#if member.name == '" + "x".repeat(19_000) + "'}x{/if}",
                "{".repeat(20_000),
                "{#".repeat(10_000),
                "x".repeat(1_000_000),
                "{campaign.title}".repeat(1_200));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileTemplateIsRefusedAtOnce(String template) {
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(1),
                () -> assertThat(templates.bodyErrors(template)).isNotEmpty());
    }

    @Test
    void textWithBracesThatAreNotFieldsIsText() {
        var text = "Costs { rose } by 10% \\{sic} and {} too. }{ ";

        assertThat(templates.bodyErrors(text)).isEmpty();
        assertThat(body(text)).isEqualTo("Costs { rose } by 10% {sic} and {} too. }{");
    }

    @Test
    void randomTextNeverFailsOtherwiseThanWithAnError() {
        var random = new Random(20_261_123);
        var parts = new String[] {
            "{",
            "}",
            "#if ",
            "#",
            "/if",
            "/",
            "#else",
            "member",
            ".name",
            ".",
            " ",
            "\n",
            "'",
            "\"",
            "(",
            ")",
            "[",
            "]",
            "==",
            "&&",
            "||",
            "!",
            "|",
            "@",
            ":",
            "?",
            "?:",
            "\\",
            "x",
            "1",
            "null",
            "😀",
            "{member.name}",
            "{#if member.name}",
            "{/if}",
            "{#else}",
            "<",
            "for",
            "in",
            "=",
            ",",
            "inject",
            "~",
            "_",
            "{|",
            "|}",
            "{!",
            "!}",
            "\r",
            "\t",
            "\u0001"
        };
        IntStream.range(0, 30_000).forEach(round -> {
            var template = new StringBuilder();
            var length = random.nextInt(40);
            for (var i = 0; i < length; i++) {
                template.append(parts[random.nextInt(parts.length)]);
            }
            var text = template.toString();
            assertThatCode(() -> {
                        if (templates.bodyErrors(text).isEmpty()) {
                            body(text);
                        }
                    })
                    .as(text)
                    .doesNotThrowAnyException();
        });
    }

    private String body(String template) {
        return templates
                .merge(LetterTemplate.of("subject", template), NOTHING, VALUES, 0)
                .body();
    }
}
