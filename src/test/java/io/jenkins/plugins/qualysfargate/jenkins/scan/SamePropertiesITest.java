package io.jenkins.plugins.qualysfargate.jenkins.scan;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

/** The steps have the same parameters, each with the same type, default, field and help. */
class SamePropertiesITest {

    @Test
    void shouldHaveEverySetterInThePipelineStepToo() throws Exception {
        Map<String, Method> shared = setters(ScanParameters.class);
        Map<String, Method> step = setters(QualysFargateScanStep.class);

        assertThat(shared).hasSizeGreaterThan(25);
        assertThat(step.keySet()).isEqualTo(shared.keySet());
        for (Map.Entry<String, Method> setter : shared.entrySet()) {
            String name = setter.getKey();
            assertThat(step.get(name).getGenericParameterTypes())
                    .as(name)
                    .isEqualTo(setter.getValue().getGenericParameterTypes());
            assertThat(get(new QualysFargateScanStep(), name))
                    .as("default of " + name)
                    .isEqualTo(get(new ScanParameters(), name));
        }
    }

    @Test
    void shouldPassEveryValueOnUnderItsOwnName() throws Exception {
        for (Map.Entry<String, Method> setter :
                setters(QualysFargateScanStep.class).entrySet()) {
            QualysFargateScanStep step = new QualysFargateScanStep();
            Object value = EveryParameter.valueOf(setter.getKey());
            setter.getValue().invoke(step, value);

            assertThat(get(step, setter.getKey())).as(setter.getKey()).isEqualTo(value);
            assertThat(value).as("a value that is no default").isNotEqualTo(get(new ScanParameters(), setter.getKey()));
        }
    }

    @Test
    void shouldHaveAFieldWithATitleAndAHelpForEveryParameterInBothLanguages() throws Exception {
        for (Class<?> type : new Class<?>[] {ScanParameters.class, Thresholds.class}) {
            FormTextsOf form = FormTextsOf.type(type);
            for (String name : setters(type).keySet()) {
                assertThat(form.jelly()).as(name).containsPattern("(field|name)=\"" + name + "\"");
                assertThat(form.jelly()).as(name).contains("title=\"${%" + name + "}\"");
                assertThat(form.help(name, "")).as(name).contains("Default:").contains("Example:");
                assertThat(form.help(name, "_de"))
                        .as(name)
                        .contains("Voreinstellung:")
                        .contains("Beispiel:");
            }
        }
    }

    @Test
    @WithJenkins
    void shouldLookTheSameToPipelinesAndJobGenerators(JenkinsRule jenkins) throws Exception {
        Map<String, Type> shared = parameters(ScanParameters.class);

        assertThat(parameters(QualysFargateScanStep.class)).isEqualTo(shared);
        assertThat(parameters(QualysFargateBuilder.class)).isEqualTo(Map.of("scan", ScanParameters.class));
        assertThat(parameters(QualysFargatePublisher.class)).isEqualTo(Map.of("scan", ScanParameters.class));
        assertThat(DescribableModel.of(ScanParameters.class).getParameters())
                .noneMatch(DescribableParameter::isRequired);
    }

    @Test
    @WithJenkins
    void shouldHaveOneHelpForAllSteps(JenkinsRule jenkins) throws Exception {
        var step = jenkins.jenkins.getDescriptorByType(QualysFargateScanStep.DescriptorImpl.class);
        var shared = jenkins.jenkins.getDescriptorByType(ScanParameters.DescriptorImpl.class);

        for (DescribableParameter parameter :
                DescribableModel.of(QualysFargateScanStep.class).getParameters()) {
            String name = parameter.getName();
            String[] files =
                    jenkins.executeOnServer(() -> new String[] {step.getHelpFile(name), shared.getHelpFile(name)});
            assertThat(files[0]).as(name).isNotNull().isEqualTo(files[1]);
            assertThat(parameter.getHelp())
                    .as("help of " + name + " on the page of all steps")
                    .isEqualTo(FormTextsOf.type(ScanParameters.class).help(name, ""));
        }
    }

    private static Map<String, Type> parameters(Class<?> type) {
        return DescribableModel.of(type).getParameters().stream()
                .collect(toMap(DescribableParameter::getName, DescribableParameter::getErasedType));
    }

    private static Map<String, Method> setters(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(DataBoundSetter.class))
                .collect(toMap(method -> decapitalized(method.getName().substring(3)), identity()));
    }

    private static String decapitalized(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static Object get(Object bean, String name) throws Exception {
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
