package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.EnvVars;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.List;

/** Fills in build variables where a form, unlike a Pipeline, cannot do it itself. */
final class FilledIn {
    private final EnvVars variables;
    private final Problems problems = new Problems();

    private FilledIn(EnvVars variables) {
        this.variables = variables;
    }

    /**
     * The parameters with the variables of names and paths replaced; the text of a policy stays as it is.
     *
     * @throws ScanRefusedException if nothing is left of a text, which would then mean something that nobody asked for
     */
    static ScanParameters of(ScanParameters typed, EnvVars variables) throws ScanRefusedException {
        FilledIn filler = new FilledIn(variables);
        ScanParameters filled = typed.copy();
        filled.setImage(filler.fill("image", typed.getImage()));
        filled.setImages(filler.fill("images", typed.getImages()));
        filled.setImagesFile(filler.fill("imagesFile", typed.getImagesFile()));
        filled.setPolicyFile(filler.fill("policyFile", typed.getPolicyFile()));
        filled.setBaseline(filler.fill("baseline", typed.getBaseline()));
        filler.problems.throwIfAny();
        return filled;
    }

    private List<String> fill(String parameter, List<String> texts) {
        return texts.stream().map(text -> fill(parameter, text)).toList();
    }

    private String fill(String parameter, String text) {
        String filled = variables.expand(text);
        if (filled.isBlank() && !text.isBlank()) {
            problems.add(parameter + ": nothing is left of '" + text
                    + "' when the variables are filled in. Set them before the scan, or take the text away.");
        }
        return filled;
    }
}
