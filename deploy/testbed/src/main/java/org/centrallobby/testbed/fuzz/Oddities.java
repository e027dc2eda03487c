package org.centrallobby.testbed.fuzz;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that somebody forgot to think of. */
final class Oddities {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "null",
            "true",
            "-1",
            "0",
            "1e9999",
            "99999999999999999999",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "\u202Egnp.exe",
            "\u200F\u05D0\u2067",
            "e\u0301".repeat(300),
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC7F",
            "\uFEFF\uFFFE\uFFFF",
            "\u0130\u0131\u00DF\uFB01\u2126",
            "\u0000",
            "\u0001\u001B[31m\u007F\u0085\u2028",
            "=1+1",
            "@SUM(A1)",
            "+44 20 7219 3000",
            "'; drop table letter; --",
            "' or '1'='1",
            "%_\\",
            "$1 \\1 ${jndi:ldap://127.0.0.1/a} #{7*7}",
            "{cdi:clock} {inject:config} {#for i in 100000}{i}{/for}",
            "{mp.name.class.classLoader}{#include base /}{str:eval('x')}",
            "{#if true}",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "a\r\nBcc: everybody@example.org\r\n\r\nx",
            "../../../../etc/passwd",
            "..%2f..%2f",
            "http://169.254.169.254/latest/meta-data/",
            "https://user:password@[::ffff:127.0.0.1]:22/",
            "https://example.org\\@127.0.0.1/",
            "file:///etc/passwd",
            "https://xn--a.example:99999/",
            "somebody@[127.0.0.1]",
            "\"quoted name\"@example.org",
            "a".repeat(64) + "@" + "b".repeat(63) + ".example",
            "2026-02-30T25:61:61Z",
            "9999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31",
            "P99999999999Y",
            "PT-1S",
            "SW1A 0AA",
            "E14999999",
            "cl_sk_live_" + "0".repeat(32) + "_" + "0".repeat(48),
            "a".repeat(300),
            "w ".repeat(6_000),
            "\u00E9".repeat(70_000));

    /** As they stand in JSON; many are none. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1.5",
            "1e2",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "18446744073709551616",
            "0".repeat(50),
            "9".repeat(900),
            "9".repeat(5_000),
            "NaN",
            "-Infinity",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"\": \"\"}",
            "{\"a\": {\"a\": {\"a\": null}}}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uD83D",
            "\"\\x\"",
            "'single'",
            "[" + "1,".repeat(20_000) + "1]",
            "[" + "\"x\",".repeat(2_000) + "\"x\"]",
            "[".repeat(900) + "]".repeat(900),
            "[".repeat(5_000) + "]".repeat(5_000),
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "{" + numbered(3_000) + "\"z\": 1}",
            "/* a comment */ 1",
            "1 2");

    private static final List<String> ENCODED = List.of(
            "%00", "%FF%FE", "%C0%80", "%ED%A0%80", "%F0%9F%98%80", "%2F", "%2e%2e%2f", "%25", "+", "%0d%0aX:%20y");

    private final RandomGenerator random;
    private final String mark;
    private final List<String> strange;

    /**
     * @param mark stands in many texts, so that one recognises where they come back
     * @param strange what belongs to somebody else
     */
    Oddities(RandomGenerator random, String mark, List<String> strange) {
        this.random = random;
        this.mark = mark;
        this.strange = List.copyOf(strange);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A text with every kind of character but halves of some. */
    String text() {
        return random.nextBoolean() ? unmarked() : mark + unmarked();
    }

    /** The same, never with the mark. */
    String unmarked() {
        return !strange.isEmpty() && random.nextInt(8) == 0 ? one(strange) : one(TEXTS);
    }

    /** A value as it stands in JSON, well-formed or not. */
    String json() {
        return random.nextBoolean() ? one(JSON) : TextNode.valueOf(text()).toString();
    }

    /** A part of a path or query, encoded. */
    String encoded() {
        return random.nextInt(4) == 0
                ? one(ENCODED)
                : URLEncoder.encode(shortened(text()), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A value that a header can have. */
    String header() {
        return shortened(text()).replaceAll("[^\\x20-\\x7E]", "").strip();
    }

    /** Encoded and twice it fits into the line of a request: a server that is sent a longer one has no words for it. */
    private static String shortened(String text) {
        return text.length() > 250 ? text.substring(0, 250) : text;
    }

    private static String numbered(int names) {
        var all = new ArrayList<String>();
        for (var index = 0; index < names; index++) {
            all.add("\"n%d\": 1, ".formatted(index));
        }
        return String.join("", all);
    }
}
