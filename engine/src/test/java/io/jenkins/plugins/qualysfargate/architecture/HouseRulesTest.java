package io.jenkins.plugins.qualysfargate.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static io.jenkins.plugins.qualysfargate.architecture.PackageDiagramTest.ROOT;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Optional;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.NullMarked;

/**
 * What is banned in module engine, and what to do instead. Sizes, Javadoc and broad catches are checkstyle's, see
 * build/checkstyle.xml.
 */
@AnalyzeClasses(packages = ROOT, importOptions = DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String ENGINE = ROOT + ".engine..";
    private static final String FRONT_DOOR = ROOT + ".engine";
    private static final String CLI = ROOT + ".cli..";

    @ArchTest
    static final ArchRule NO_JENKINS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..")
            .because("the engine serves every CI: translate in the plugin, and hand the engine a value or a port");

    @ArchTest
    static final ArchRule NO_NATIVE_CODE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..")
            .because("native code is the sidecar's: use ProcessHandle or java.nio.file here");

    @ArchTest
    static final ArchRule NO_WALL_CLOCK = noClasses()
            .should()
            .accessTargetWhere(Clocks.readTheTime())
            .because("a verdict must be repeatable: take an Instant, or a Clock and ask it");

    @ArchTest
    static final ArchRule CLOCKS_ARE_MADE_AT_THE_RIM = noClasses()
            .that()
            .resideOutsideOfPackages(FRONT_DOOR, CLI)
            .should()
            .accessTargetWhere(Clocks.makeAClock())
            .because("only who starts the engine knows the time: take a Clock as a parameter");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should(ACCESS_STANDARD_STREAMS)
            .because("a library has no terminal: return a value, or write to the Appendable of the caller");

    @ArchTest
    static final ArchRule NO_JAVA_UTIL_LOGGING = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("whoever runs the engine chooses the logger: use System.Logger");

    @ArchTest
    static final ArchRule NO_COMMAND_LINE_LIBRARY_IN_THE_ENGINE = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("the plugin uses the engine without picocli: parse arguments in cli, hand over settings");

    /** XXE: SECURITY-3005 qualys-pc, 2488 dependency-check, 1699, 521 junit, 2330. JUnit's XML is written, never read. */
    @ArchTest
    static final ArchRule NO_XML_IS_READ = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml.parsers..", "javax.xml.transform..", "org.xml.sax..", "org.w3c.dom..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "javax\\.xml\\.stream\\.(?:XMLInputFactory|XMLStreamReader|XMLEventReader)|java\\.beans\\.XMLDecoder")
            .because("nothing that comes in is XML: read JSON or YAML with the bounded readers");

    /** Deserialisation: what is kept or comes in is JSON. */
    @ArchTest
    static final ArchRule NO_OBJECTS_ARE_READ = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .because("whoever writes such a file chooses what is run when it is read: keep JSON");

    /** TLS switched off: SECURITY-2841 neuvector, 2870 checkmarx. */
    @ArchTest
    static final ArchRule NO_TRUST_OF_ITS_OWN = noClasses()
            .should()
            .beAssignableTo(TrustManager.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(HostnameVerifier.class)
            .because("certificates are judged by Java: name a file of further ones instead");

    @ArchTest
    static final ArchRule NO_OPTIONAL_FIELDS = fields().should()
            .notHaveRawType(Optional.class)
            .because("Optional is for answers and cannot be serialised: make the field @Nullable");

    @ArchTest
    static final ArchRule NULL_IS_SAID = classes()
            .should(Conditions.resideInAPackageThat("is null-marked", it -> it.isAnnotatedWith(NullMarked.class)))
            .because("NullAway looks only at null-marked packages: add a package-info.java with @NullMarked");

    @ArchTest
    static final ArchRule EXCEPTIONS_SAY_WHAT_HAPPENED = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "it gives an exception no message",
                    access -> access.getTarget() instanceof CodeUnitAccessTarget constructor
                            && constructor.getName().equals("<init>")
                            && isForeignThrowable(constructor.getOwner())
                            && lacksText(constructor)))
            .because("who reads it must learn what was attempted, on what, why it failed and what to do:"
                    + " give the exception a message");

    /**
     * An exception of our own need not be given a message, because its own constructor calls one of these; and where a
     * switch has every case, the compiler adds an error that nobody wrote.
     */
    private static boolean isForeignThrowable(JavaClass type) {
        return type.isAssignableTo(Throwable.class)
                && !type.getPackageName().startsWith(ROOT)
                && !type.isEquivalentTo(IncompatibleClassChangeError.class);
    }

    private static boolean lacksText(CodeUnitAccessTarget constructor) {
        return constructor.getRawParameterTypes().stream().noneMatch(each -> each.isEquivalentTo(String.class));
    }
}
