package io.jenkins.plugins.qualysfargate.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** Conditions that ArchUnit has no words for. */
final class Conditions {
    private Conditions() {}

    /** @param what what the package is, for example {@code is null-marked} */
    static ArchCondition<JavaClass> resideInAPackageThat(String what, Predicate<JavaPackage> holds) {
        return new ArchCondition<>("reside in a package that " + what) {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                if (!holds.test(each.getPackage())) {
                    events.add(SimpleConditionEvent.violated(
                            each, each.getName() + " does not reside in a package that " + what));
                }
            }
        };
    }
}
