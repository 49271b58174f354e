package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.qscanner.output.OutputDirectory;
import java.nio.file.Path;
import java.util.List;

/** Reads what a scanner wrote into a directory that is gone by the time anybody reads the message about it. */
final class ScannerOutput {
    private ScannerOutput() {}

    /** The evidence; its texts name the files but not the directory. */
    static Evidence read(Path directory, Expectation expected) {
        return new OutputDirectory(ReadLimits.DEFAULT)
                .read(directory, expected)
                .<Evidence>fold(
                        complete ->
                                new Evidence.Complete(complete.report(), withoutPath(complete.remarks(), directory)),
                        incomplete -> new Evidence.Incomplete(withoutPath(incomplete.verdict(), directory)));
    }

    private static Verdict.Indeterminate withoutPath(Verdict.Indeterminate verdict, Path directory) {
        return new Verdict.Indeterminate(
                verdict.cause(), withoutPath(verdict.message(), directory), withoutPath(verdict.howToFix(), directory));
    }

    private static List<String> withoutPath(List<String> texts, Path directory) {
        return texts.stream().map(text -> withoutPath(text, directory)).toList();
    }

    private static String withoutPath(String text, Path directory) {
        String separator = directory.getFileSystem().getSeparator();
        return text.replace(directory + separator, "the scanner's file ")
                .replace(directory.toString(), "the scanner's output");
    }
}
