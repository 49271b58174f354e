package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a severity as people type it. */
final class SeverityWord implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String text) {
        return Severity.ofWord(text)
                .orElseThrow(() -> new TypeConversionException("'" + text
                        + "' is not a severity; valid are critical, high, medium, low, informational, unknown"));
    }
}
