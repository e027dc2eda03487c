package org.centrallobby.letter.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.centrallobby.letter.audit.AuditLog;
import org.centrallobby.letter.organisation.NeedsScope;
import org.centrallobby.letter.organisation.Scope;
import org.junit.jupiter.api.Test;

/** What is shown or done of people's data leaves an entry in the audit log: found in the code itself, so that no new operation is forgotten. */
class AuditedOperationsTest {
    private static final String ROOT = "org.centrallobby.letter";
    private static final Set<Scope> OF_PEOPLE = Set.of(
            Scope.LETTERS_CONTENT,
            Scope.LETTERS_WRITE,
            Scope.SUPPORTERS_EXPORT,
            Scope.SUPPORTERS_WRITE,
            Scope.PRIVACY,
            Scope.MODERATION);

    /**
     * These show nothing of anybody: the log itself, receipts, entry points and keys; nor do comments, which were written to
     * be published and are listed without their writers.
     */
    private static final Set<String> OF_NOBODY = Set.of(
            "AuditResource.list",
            "ErasureResource.get",
            "EntryPointResource.show",
            "EntryPointResource.tags",
            "ExportKeyResource.show",
            "CampaignCommentsResource.list");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyOperationOnPeoplesDataReachesTheAuditLog() {
        var operations = operations();

        assertThat(operations).hasSizeGreaterThanOrEqualTo(8);
        assertThat(operations)
                .allSatisfy(operation -> assertThat(reachesTheLog(operation))
                        .as(
                                "%s shows or changes somebody's data and leaves no entry in the audit log",
                                operation.getFullName())
                        .isTrue());
    }

    private List<? extends JavaCodeUnit> operations() {
        return classes.stream()
                .flatMap(owner -> owner.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(NeedsScope.class))
                .filter(method -> Arrays.stream(
                                method.getAnnotationOfType(NeedsScope.class).value())
                        .anyMatch(OF_PEOPLE::contains))
                .filter(method -> !OF_NOBODY.contains(method.getOwner().getSimpleName() + "." + method.getName()))
                .toList();
    }

    private static boolean reachesTheLog(JavaCodeUnit operation) {
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<JavaCodeUnit>(List.of(operation));
        while (!next.isEmpty()) {
            var unit = next.remove();
            if (unit.getOwner().isEquivalentTo(AuditLog.class)) {
                return true;
            }
            if (seen.add(unit)) {
                unit.getCallsFromSelf().stream()
                        .map(JavaCall::getTarget)
                        .filter(target -> target.getOwner().getPackageName().startsWith(ROOT))
                        .flatMap(target -> target.resolveMember().stream())
                        .forEach(member -> next.add((JavaCodeUnit) member));
            }
        }
        return false;
    }
}
