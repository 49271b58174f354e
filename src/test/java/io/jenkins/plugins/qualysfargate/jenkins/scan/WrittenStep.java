package io.jenkins.plugins.qualysfargate.jenkins.scan;

import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import java.util.HashMap;
import java.util.Map;

/** Reads a step as Groovy does. */
final class WrittenStep {
    private WrittenStep() {}

    /** The arguments of {@code qualysFargateScan}. */
    static Map<String, Object> read(String groovy) {
        Map<String, Object> arguments = new HashMap<>();
        GroovyShell shell = new GroovyShell();
        shell.setVariable("qualysFargateScan", new Closure<Void>(null) {
            private static final long serialVersionUID = 1L;

            @Override
            public Void call(Object argument) {
                ((Map<?, ?>) argument).forEach((name, value) -> arguments.put(String.valueOf(name), value));
                return null;
            }
        });
        shell.evaluate(groovy);
        return arguments;
    }
}
