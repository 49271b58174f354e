package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Items;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

/** Both steps have the same parameters, each with the same type, default, field and help. */
class SameCheckParametersITest {
    private static final Path FORM =
            Path.of("src/main/resources/io/jenkins/plugins/qualysfargate/jenkins/compliance/step/CheckParameters");
    private static final Map<String, Object> OTHER_VALUES =
            Map.of("monitors", "private-*", "onFailure", "unstable", "onUnknown", "unstable", "reports", false);

    @Test
    void shouldPassEveryValueOnUnderItsOwnName() throws Exception {
        Map<String, Method> shared = setters(CheckParameters.class);
        Map<String, Method> step = setters(QualysComplianceCheckStep.class);

        assertThat(step.keySet()).isEqualTo(shared.keySet()).isEqualTo(OTHER_VALUES.keySet());
        for (String name : shared.keySet()) {
            QualysComplianceCheckStep one = new QualysComplianceCheckStep();
            assertThat(step.get(name).getGenericParameterTypes())
                    .isEqualTo(shared.get(name).getGenericParameterTypes());
            assertThat(get(one, name)).as("default of " + name).isEqualTo(get(new CheckParameters(), name));
            step.get(name).invoke(one, OTHER_VALUES.get(name));
            assertThat(get(one, name)).as(name).isEqualTo(OTHER_VALUES.get(name));
        }
    }

    @Test
    void shouldHaveAFieldAndAHelpForEveryParameterInBothLanguages() throws Exception {
        String jelly = Files.readString(FORM.resolve("config.jelly"));
        for (String name : OTHER_VALUES.keySet()) {
            assertThat(jelly).contains("title=\"${%" + name + "}\" field=\"" + name + "\"");
            assertThat(FORM.resolve("help-" + name + ".html")).content().contains("Default:", "Example:");
            assertThat(FORM.resolve("help-" + name + "_de.html")).content().contains("Voreinstellung:", "Beispiel:");
        }
    }

    @Test
    @WithJenkins
    void shouldLookTheSameToPipelinesAndForms(JenkinsRule jenkins) throws Exception {
        assertThat(parameters(QualysComplianceCheckStep.class)).isEqualTo(parameters(CheckParameters.class));
        assertThat(parameters(QualysComplianceBuilder.class)).isEqualTo(Map.of("check", CheckParameters.class));
        for (DescribableParameter each :
                DescribableModel.of(QualysComplianceCheckStep.class).getParameters()) {
            assertThat(each.getHelp()).isEqualTo(Files.readString(FORM.resolve("help-" + each.getName() + ".html")));
        }
    }

    @Test
    @WithJenkins
    void shouldComeBackFromTheFormAndTheGeneratorAsItWentIn(JenkinsRule jenkins) throws Exception {
        CheckParameters typed = new CheckParameters();
        typed.setMonitors("private-*");
        typed.setOnFailure("nothing");
        typed.setOnUnknown("unstable");
        typed.setReports(false);
        for (CheckParameters each : new CheckParameters[] {typed, new CheckParameters()}) {
            CheckParameters back =
                    jenkins.configRoundtrip(new QualysComplianceBuilder(each)).getCheck();
            jenkins.assertEqualDataBoundBeans(each, back);
        }
        QualysComplianceCheckStep step = new QualysComplianceCheckStep();
        step.setMonitors("private-*");
        step.setOnFailure("unstable");
        assertThat(Snippetizer.object2Groovy(step))
                .isEqualTo("qualysComplianceCheck monitors: 'private-*', onFailure: 'unstable'");
        assertThat(Snippetizer.object2Groovy(new QualysComplianceCheckStep())).isEqualTo("qualysComplianceCheck()");
    }

    @Test
    @WithJenkins
    void shouldHaveTheDefaultsWhereTheRecordOfAJobIsSilent(JenkinsRule jenkins) throws Exception {
        String written = Items.XSTREAM2.toXML(new QualysComplianceBuilder(new CheckParameters()));

        QualysComplianceBuilder read = (QualysComplianceBuilder) Items.XSTREAM2.fromXML(written);

        jenkins.assertEqualDataBoundBeans(new CheckParameters(), read.getCheck());
        assertThat(read.getCheck().isReports()).isTrue();
    }

    private static Map<String, Type> parameters(Class<?> type) {
        return DescribableModel.of(type).getParameters().stream()
                .collect(toMap(DescribableParameter::getName, DescribableParameter::getErasedType));
    }

    private static Map<String, Method> setters(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .collect(toMap(
                        method -> Character.toLowerCase(method.getName().charAt(3))
                                + method.getName().substring(4),
                        identity()));
    }

    private static Object get(Object bean, String name) throws Exception {
        String end = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String beginning : new String[] {"get", "is"}) {
            for (Method method : bean.getClass().getMethods()) {
                if (method.getName().equals(beginning + end) && method.getParameterCount() == 0) {
                    return method.invoke(bean);
                }
            }
        }
        throw new AssertionError("there is no getter of " + name);
    }
}
