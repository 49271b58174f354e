package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;

/** That a method, or something of ours that it calls, asks for a permission. */
final class CheckAPermission extends ArchCondition<JavaMethod> {
    private static final Set<String> CHECKS = Set.of("checkPermission", "hasPermission", "checkAnyPermission");

    CheckAPermission() {
        super("check a permission");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        boolean checks = checks(method, new HashSet<>());
        events.add(new SimpleConditionEvent(
                method, checks, method.getFullName() + (checks ? " checks" : " does not check") + " a permission"));
    }

    private static boolean checks(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) {
            return false;
        }
        return unit.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(target -> CHECKS.contains(target.getName()) || ours(target, seen));
    }

    private static boolean ours(MethodCallTarget target, Set<JavaCodeUnit> seen) {
        return target.getOwner().getPackageName().startsWith(JenkinsRulesTest.ROOT)
                && target.resolveMember().filter(member -> checks(member, seen)).isPresent();
    }
}
