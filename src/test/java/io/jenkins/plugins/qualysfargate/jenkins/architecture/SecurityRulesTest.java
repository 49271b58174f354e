package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import hudson.FilePath;
import hudson.model.Descriptor;
import hudson.model.RootAction;
import hudson.model.UnprotectedRootAction;
import hudson.remoting.Callable;
import hudson.security.csrf.CrumbExclusion;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.jenkins.badge.BadgeRoot;
import java.util.stream.Stream;
import jenkins.MasterToSlaveFileCallable;
import jenkins.security.MasterToSlaveCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.bind.JavaScriptMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** What the code may not do because other plugins were broken by it; each rule names the advisories, SECURITY-nnnn. */
class SecurityRulesTest {
    private static final DescribedPredicate<JavaMethod> WEB_METHODS = describe(
            "are web methods",
            method -> (method.getName().matches("(?:do|js)[A-Z].*")
                            || method.isAnnotatedWith(WebMethod.class)
                            || method.isAnnotatedWith(JavaScriptMethod.class))
                    && method.getModifiers().contains(JavaModifier.PUBLIC)
                    && !method.getModifiers().contains(JavaModifier.SYNTHETIC));

    /** CSRF: 2250 dependency-track, 3018 qualys-cs, 3012 qualys-was, 3007 qualys-pc. */
    static final ArchRule WEB_METHODS_SAY_HOW_THEY_ARE_CALLED = methods()
            .that(WEB_METHODS)
            .should()
            .beAnnotatedWith(POST.class)
            .orShould()
            .beAnnotatedWith(RequirePOST.class)
            .orShould()
            .beAnnotatedWith(GET.class)
            .because("whatever changes or tries something is POST only; what only shows something says GET");

    /** CSRF: nothing is called without a crumb. Weak webhooks: 2843 dockerhub-notification, 2872; 2874, 2875. */
    static final ArchRule NOTHING_IS_CALLED_WITHOUT_A_CRUMB = noClasses()
            .should()
            .beAssignableTo(CrumbExclusion.class)
            .because("whoever lets calls in without a crumb must tell their sender by other means: pull instead");

    /** Missing permission checks: 1017 checkmarx, 3203 nexus, 3256 neuvector, 3697 contrast. */
    static final ArchRule WEB_METHODS_CHECK_A_PERMISSION = methods()
            .that(WEB_METHODS)
            .should(new CheckAPermission())
            .because("who may call it is decided in the method itself or in what it calls here");

    /** Weak webhooks: 2843, 2872, 2874, 2875; badges that anybody sees: 2794. */
    static final ArchRule ONLY_BADGES_ARE_OPEN = noClasses()
            .that(not(assignableTo(BadgeRoot.class)))
            .should()
            .beAssignableTo(UnprotectedRootAction.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("(?:java\\.net\\.ServerSocket|com\\.sun\\.net\\.httpserver\\..*)")
            .because("nothing here listens: what is shown has its permission");

    /** Missing permissions of pages that belong to no job: 1017, 3203, 3256. */
    static final ArchRule PAGES_OF_JENKINS_ASK_BEFORE_ANYTHING = classes()
            .that()
            .areAssignableTo(RootAction.class)
            .and()
            .areNotAssignableTo(UnprotectedRootAction.class)
            .should()
            .beAssignableTo(StaplerProxy.class)
            .because(
                    "whoever may not see the page may see nothing below it either: check the permission in getTarget()");

    /** Agent to controller: 2627, 2429, 2376 code-coverage-api. */
    static final ArchRule AGENTS_SEND_NO_CODE = classes()
            .that()
            .implement(Callable.class)
            .or()
            .implement(FilePath.FileCallable.class)
            .should()
            .beAssignableTo(assignableTo(MasterToSlaveCallable.class).or(assignableTo(MasterToSlaveFileCallable.class)))
            .because("an agent must not be able to run anything on the controller");

    /** Agent to controller, deserialisation: 2627, 2429, 2376. */
    static final ArchRule AGENTS_ANSWER_WITH_PLAIN_VALUES = classes()
            .that()
            .implement(Callable.class)
            .or()
            .implement(FilePath.FileCallable.class)
            .should(new AnswerWithPlainValues())
            .because("an agent may send anything: take texts, and make values of them with the usual constructors");

    /** XXE: 3005 qualys-pc, 2488 dependency-check, 1699, 521 junit, 2330; the engine has a rule of its own. */
    static final ArchRule NO_XML_IS_READ = noClasses()
            .that()
            // Jenkins reads its own records with it, and it only makes the object that they are read into.
            .doNotHaveFullyQualifiedName(JenkinsRulesTest.ROOT + ".scan.ScanParameters$ConverterImpl")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.xml..",
                    "org.xml.sax..",
                    "org.w3c.dom..",
                    "org.dom4j..",
                    "org.jdom..",
                    "nu.xom..",
                    "com.thoughtworks.xstream..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "hudson\\.(?:XmlFile|util\\.XStream2?)|java\\.beans\\.XMLDecoder|jenkins\\.util\\.xml\\..*")
            .because("nothing that comes in is XML: read JSON or YAML with the engine's bounded readers");

    /** Content Security Policy switched off: 1811 zap-pipeline, 2865 neuvector, 2864, 2866. */
    static final ArchRule NO_GLOBAL_SWITCHES = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(System.class)))
                    .and(target(nameMatching("setProperty|setProperties|getProperties|clearProperty|exit|load.*"))))
            .orShould()
            .dependOnClassesThat(assignableTo(Runtime.class))
            .because("a plugin is a guest: it changes no setting of the process, and never ends it");

    /** TLS switched off: 2841 neuvector, 2870 checkmarx. */
    static final ArchRule NO_TRUST_OF_ITS_OWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.net.ssl..")
            .because("whom to trust is the engine's business, and a file of certificates that an administrator names");

    /** Secrets in plain text: 1039, 1539 anchore; 949, 1508, 3542 aqua; 1380, 1507 microscanner; 1504 neuvector. */
    static final ArchRule SECRETS_ARE_NO_TEXTS = fields().that(describe(
                    "are kept and named like a secret",
                    field -> JenkinsRulesTest.isSaved(field)
                            && field.getName().matches("(?i).*(?:token|secret|password|passphrase|apikey).*")
                            && !field.getName().startsWith("encrypted")
                            && !field.getName().endsWith("Id")))
            .should()
            .haveRawType(describe("a secret", SecurityRulesTest::isSecret))
            .because("jobs and settings keep the ids of credentials; what must be kept itself is a Secret");

    /** Listing of workspaces and files by whoever opens a form: 2041 warnings-ng. */
    static final ArchRule FORMS_LOOK_AT_NO_AGENT = noClasses()
            .that()
            .areAssignableTo(Descriptor.class)
            .should()
            .callMethodWhere(target(owner(assignableTo(FilePath.class))))
            .because("a form says what is wrong with a text, and nothing about files that its reader may not list");

    /** System credentials: 3265 warnings-ng; 3225, 1106 jira; 3045 vault. */
    static final ArchRule CREDENTIALS_ARE_LOOKED_UP_FOR_SOMEBODY = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("lookupCredentials"))
                    .and(target(owner(nameMatching("com\\.cloudbees\\.plugins\\.credentials\\.CredentialsProvider")))))
            .because("it does not say for which job: look up with the run, or with the item of the form");

    /** Commands: 1878 docker-commons, 1741 pipeline-aws, 1736 aws-sam. */
    static final ArchRule NO_COMMANDS_FROM_THE_CONTROLLER = noClasses()
            .should()
            .dependOnClassesThat(assignableTo(ProcessBuilder.class).or(assignableTo(Process.class)))
            .because("the scanner runs on agents, from a script of quoted words");

    @TestFactory
    Stream<DynamicTest> shouldKeepTheRulesOfSecurity() {
        return Rules.of(SecurityRulesTest.class);
    }

    private static String carried() {
        // Not visible from here; its field is transient for Java, and written encrypted.
        return JenkinsRulesTest.ROOT + ".config.CarriedSecret";
    }

    private static boolean isSecret(JavaClass type) {
        return type.isEquivalentTo(Secret.class) || type.getName().equals(carried());
    }
}
