package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Saveable;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house rules of the plugin; the message of each says what to do instead. Those of security are beside it. */
class JenkinsRulesTest {
    static final String ROOT = "io.jenkins.plugins.qualysfargate.jenkins";

    static final ArchRule ONLY_THE_FACADE_ASKS_FOR_JENKINS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".JenkinsFacade")
            .should()
            .callMethod(Jenkins.class, "get")
            .orShould()
            .callMethod(Jenkins.class, "getInstanceOrNull")
            .because("one class knows the running Jenkins: ask JenkinsFacade, and add to it what is missing");

    static final ArchRule NO_RECORDS_WHERE_JENKINS_SAVES = fields().that()
            .areDeclaredInClassesThat(assignableTo(Action.class)
                    .or(assignableTo(Describable.class))
                    .or(assignableTo(Saveable.class)))
            .and(describe("are saved", JenkinsRulesTest::isSaved))
            .should(new BeReadableForXStream())
            .because("XStream writes records and Optionals and cannot read them back: keep plain fields");

    static final ArchRule NO_OPTIONAL_FIELDS = fields().should()
            .notHaveRawType(Optional.class)
            .because("Optional is for answers and cannot be serialised: make the field @CheckForNull");

    @TestFactory
    Stream<DynamicTest> shouldKeepTheHouseRules() {
        return Rules.of(JenkinsRulesTest.class);
    }

    static boolean isSaved(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.TRANSIENT);
    }
}
