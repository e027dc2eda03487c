package org.centrallobby.testbed;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;

/** The rules of {@code CONTRIBUTING.md} that a machine can check, for the classes of one service. */
public final class HouseRules {
    private static final String FORBIDDEN_ENDINGS =
            ".*(Impl|Manager|Helper|Utils?|Dto|Processor|Handler|Base|Info|Service)";

    private HouseRules() {}

    /**
     * Fails with every breach.
     *
     * @param root the service's package, for instance {@code org.centrallobby.mail}
     */
    public static void check(String root) {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        rules(root).forEach(rule -> check(rule, classes));
    }

    private static void check(ArchRule rule, JavaClasses classes) {
        rule.allowEmptyShould(true).check(classes);
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that needs another and is needed by it is one feature, or hides a third"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                root + ".outbox", root + ".request", root + ".delivery", root + ".lookup")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.eclipse.microprofile.reactive.messaging..", "org.apache.kafka..")
                        .because("Kafka is spoken at the edge"),
                noClasses()
                        .that()
                        .haveNameNotMatching(".*(Resource|Filter|Mapper|Client|Lookup)(\\$.*)?")
                        .and()
                        // What these are about is HTTP and nothing else.
                        .resideOutsideOfPackages(root + ".idempotency", root + ".web", root + ".operator")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.ws.rs..")
                        .because("HTTP is spoken at the edge"),
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Resource")
                        .should()
                        .notHaveRawReturnType(entity())
                        .because("entities never leave the service"),
                noClasses()
                        .should()
                        .haveNameMatching(FORBIDDEN_ENDINGS)
                        .because("a name says what a thing is in the domain"),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(root + ".time")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .because("time comes from an InstantSource, so that a test can set it"),
                fields().should()
                        .notBeAnnotatedWith("jakarta.inject.Inject")
                        .because("what a class needs stands in its constructor"));
    }

    private static DescribedPredicate<JavaClass> entity() {
        return DescribedPredicate.describe(
                "an entity", returned -> returned.isAnnotatedWith("jakarta.persistence.Entity"));
    }
}
