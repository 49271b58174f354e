package io.jenkins.plugins.qualysfargate.jenkins.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** That what Jenkins saves can be read back, also where it is an element of a collection. */
final class BeReadableForXStream extends ArchCondition<JavaField> {
    BeReadableForXStream() {
        super("be readable for XStream");
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        boolean readable = field.getType().getAllInvolvedRawTypes().stream().noneMatch(BeReadableForXStream::isLost);
        events.add(new SimpleConditionEvent(
                field,
                readable,
                field.getFullName() + " is of type " + field.getType().getName()));
    }

    private static boolean isLost(JavaClass type) {
        return type.isRecord() || type.isEquivalentTo(Optional.class);
    }
}
