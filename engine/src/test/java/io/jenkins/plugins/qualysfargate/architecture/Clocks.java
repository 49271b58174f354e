package io.jenkins.plugins.qualysfargate.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;

/** Tells accesses to the clock of the machine, calls and method references alike. */
final class Clocks {
    private static final Set<String> LEGACY = Set.of(Date.class.getName(), Calendar.class.getName());

    private Clocks() {}

    /** {@code now()} of any java.time type without a Clock, {@code currentTimeMillis}, {@code new Date()} and the like. */
    static DescribedPredicate<JavaAccess<?>> readTheTime() {
        return DescribedPredicate.describe(
                "it reads the wall clock",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && (isNow(target) || isCurrentTime(target) || isLegacy(target)));
    }

    /** {@code Clock.systemUTC()} and its siblings. */
    static DescribedPredicate<JavaAccess<?>> makeAClock() {
        return DescribedPredicate.describe(
                "it makes a clock of the machine",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getOwner().isEquivalentTo(Clock.class)
                        && (target.getName().startsWith("system")
                                || target.getName().matches("tick(Millis|Seconds|Minutes)")));
    }

    private static boolean isNow(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(each -> each.isEquivalentTo(Clock.class));
    }

    private static boolean isCurrentTime(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(System.class)
                && target.getName().equals("currentTimeMillis");
    }

    private static boolean isLegacy(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return LEGACY.contains(owner.getName())
                && target.getRawParameterTypes().isEmpty()
                && (target.getName().equals("<init>") || target.getName().equals("getInstance"));
    }
}
