package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Saveable;
import hudson.remoting.Callable;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;
import jenkins.model.Jenkins;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** The house rules of the plugin; the message of each says what to do instead. */
class JenkinsRulesTest {
    static final String ROOT = "io.jenkins.plugins.qualysfargate.jenkins";

    private static final DescribedPredicate<JavaMethod> WEB_METHODS = describe(
            "are web methods",
            method -> method.getName().matches("do[A-Z].*")
                    && method.getModifiers().contains(JavaModifier.PUBLIC)
                    && !method.getModifiers().contains(JavaModifier.SYNTHETIC));

    static final ArchRule ONLY_THE_FACADE_ASKS_FOR_JENKINS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".JenkinsFacade")
            .should()
            .callMethod(Jenkins.class, "get")
            .orShould()
            .callMethod(Jenkins.class, "getInstanceOrNull")
            .because("one class knows the running Jenkins: ask JenkinsFacade, and add to it what is missing");

    /** CSRF: SECURITY-2250 dependency-track, 3018 and 3012 of Qualys' own plugins. */
    static final ArchRule WEB_METHODS_SAY_HOW_THEY_ARE_CALLED = methods()
            .that(WEB_METHODS)
            .should()
            .beAnnotatedWith(POST.class)
            .orShould()
            .beAnnotatedWith(RequirePOST.class)
            .orShould()
            .beAnnotatedWith(GET.class)
            .because("whatever changes or tries something is POST only; what only shows something says GET");

    /** Missing permission checks: SECURITY-1017 checkmarx, 3203 nexus, 3697 contrast. */
    static final ArchRule WEB_METHODS_CHECK_A_PERMISSION = methods()
            .that(WEB_METHODS)
            .should(new CheckAPermission())
            .because("who may call it is decided in the method itself or in what it calls here");

    /** Agent to controller: SECURITY-2627, 2429, 2376 code-coverage-api. */
    static final ArchRule AGENTS_SEND_NO_CODE = classes()
            .that()
            .implement(Callable.class)
            .or()
            .implement(hudson.FilePath.FileCallable.class)
            .should()
            .beAssignableTo(assignableTo(MasterToSlaveCallable.class).or(assignableTo(MasterToSlaveFileCallable.class)))
            .because("an agent must not be able to run anything on the controller");

    static final ArchRule NO_RECORDS_WHERE_JENKINS_SAVES = fields().that()
            .areDeclaredInClassesThat(assignableTo(Action.class)
                    .or(assignableTo(Describable.class))
                    .or(assignableTo(Saveable.class)))
            .and(describe("are saved", JenkinsRulesTest::isSaved))
            .should(new BeReadableForXStream())
            .because("XStream writes records and Optionals and cannot read them back: keep plain fields");

    /** XXE: SECURITY-3005 qualys-pc, 2488 dependency-check. */
    static final ArchRule NO_XML_IS_READ = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.xml.sax..", "org.w3c.dom..", "org.dom4j..")
            .because("nothing that comes in is XML: read JSON or YAML with the engine's bounded readers");

    /** Content Security Policy switched off: SECURITY-1811 zap-pipeline, 2865 neuvector. TLS: 2841 neuvector. */
    static final ArchRule NO_GLOBAL_SWITCHES = noClasses()
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .because("a plugin is a guest: it changes no setting of the process, and never ends it");

    static final ArchRule NO_OPTIONAL_FIELDS = fields().should()
            .notHaveRawType(Optional.class)
            .because("Optional is for answers and cannot be serialised: make the field @CheckForNull");

    @TestFactory
    Stream<DynamicTest> shouldKeepTheHouseRules() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        return Stream.of(
                        ONLY_THE_FACADE_ASKS_FOR_JENKINS,
                        WEB_METHODS_SAY_HOW_THEY_ARE_CALLED,
                        WEB_METHODS_CHECK_A_PERMISSION,
                        AGENTS_SEND_NO_CODE,
                        NO_RECORDS_WHERE_JENKINS_SAVES,
                        NO_XML_IS_READ,
                        NO_GLOBAL_SWITCHES,
                        NO_OPTIONAL_FIELDS)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    private static boolean isSaved(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.TRANSIENT);
    }
}
