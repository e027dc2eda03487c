package org.centrallobby.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document in Markdown.
 *
 * @param text all of it
 */
record Document(Path file, String text) {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#{1,6} (.+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

    static Document of(String file) {
        return of(Checkout.path(file));
    }

    static Document of(Path file) {
        return new Document(file, Checkout.text(file));
    }

    /** Those that the project's people read, from its root. */
    static List<Path> all() {
        return Stream.of("", "deploy", "letter-service/src", "mail-service/src", "mp-lookup-service/src")
                .flatMap(folder -> folder.isEmpty()
                        ? Stream.of("README.md", "CONTRIBUTING.md").map(Checkout::path)
                        : Checkout.files(folder, ".md").stream())
                .filter(file -> !file.toString().contains("/node_modules/"))
                .toList();
    }

    /** What stands in fences of this kind; the kind is empty for commands that are not run. */
    List<String> blocks(String kind) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(kind))
                .map(block -> block.group(2))
                .toList();
    }

    /** What stands between backticks, outside of blocks. */
    List<String> code() {
        return CODE.matcher(prose()).results().map(found -> found.group(1)).toList();
    }

    String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    /** The links that lead nowhere in the project; the Internet is not asked. */
    List<String> deadLinks() {
        var dead = new ArrayList<String>();
        LINK.matcher(prose())
                .results()
                .map(found -> found.group(1))
                .filter(link -> !link.matches("(https?|mailto):.*"))
                .filter(link -> !leadsSomewhere(link))
                .forEach(dead::add);
        return dead;
    }

    private boolean leadsSomewhere(String link) {
        var hash = link.indexOf('#');
        var path = hash < 0 ? link : link.substring(0, hash);
        var target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0
                || !target.toString().endsWith(".md")
                || of(target).anchors().contains(link.substring(hash + 1));
    }

    /** As GitHub makes them of headings. */
    private Set<String> anchors() {
        var anchors = new HashSet<String>();
        HEADING.matcher(prose()).results().map(Document::anchor).forEach(anchors::add);
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
