package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * That what a callable brings from an agent is made of texts, numbers and collections of the JDK, and of final classes of
 * this plugin that hold nothing else and run nothing when they are read. Jenkins' class filter lets these in, and keeps out
 * what comes of libraries, the engine among them.
 */
final class AnswerWithPlainValues extends ArchCondition<JavaClass> {
    private static final Set<String> WHEN_READ =
            Set.of("readObject", "readResolve", "readExternal", "readObjectNoData", "finalize");

    AnswerWithPlainValues() {
        super("answer with plain values");
    }

    @Override
    public void check(JavaClass callable, ConditionEvents events) {
        for (JavaMethod method : callable.getMethods()) {
            boolean bridge = method.getModifiers().contains(JavaModifier.SYNTHETIC);
            if (!bridge && Set.of("call", "invoke").contains(method.getName())) {
                String odd = odd(method.getReturnType(), new HashSet<>());
                events.add(new SimpleConditionEvent(
                        callable, odd.isEmpty(), method.getFullName() + " answers with " + odd));
            }
        }
    }

    /** What is not plain of a type; empty if all of it is. */
    private static String odd(JavaType type, Set<JavaClass> seen) {
        for (JavaClass each : type.getAllInvolvedRawTypes()) {
            JavaClass raw = each.getBaseComponentType();
            if (!isOfJava(raw) && seen.add(raw)) {
                String odd = isOurs(raw) ? inside(raw, seen) : raw.getName();
                if (!odd.isEmpty()) {
                    return odd;
                }
            }
        }
        return "";
    }

    private static String inside(JavaClass type, Set<JavaClass> seen) {
        boolean runs = type.getMethods().stream().anyMatch(method -> WHEN_READ.contains(method.getName()));
        if (runs || !type.getModifiers().contains(JavaModifier.FINAL)) {
            return type.getName() + ", which is not final or runs something when it is read";
        }
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> odd(field.getType(), seen))
                .filter(odd -> !odd.isEmpty())
                .findFirst()
                .map(odd -> odd + " in " + type.getName())
                .orElse("");
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(JenkinsRulesTest.ROOT);
    }

    private static boolean isOfJava(JavaClass type) {
        return type.isPrimitive()
                || type.isEquivalentTo(String.class)
                || type.isEquivalentTo(Boolean.class)
                || type.isEquivalentTo(Integer.class)
                || type.isEquivalentTo(Long.class)
                || type.isEquivalentTo(Void.class)
                || (type.getPackageName().equals("java.util")
                        && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class)));
    }
}
