package org.centrallobby.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The threat model names what there is. */
class ThreatsTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");

    @Test
    void everyClassAndTestThatTheThreatModelRestsOnIsThere() {
        var there = new TreeSet<String>();
        for (var folder : folders()) {
            Checkout.files(folder, ".java")
                    .forEach(file -> there.add(file.getFileName().toString().replace(".java", "")));
        }
        var named = NAME.matcher(Checkout.text("deploy/security/THREATS.md"))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(50);
        assertThat(there).containsAll(named);
    }

    private static List<String> folders() {
        var folders = new ArrayList<>(Checkout.SERVICES);
        folders.addAll(List.of("deploy/operations", "deploy/e2e"));
        return folders;
    }
}
