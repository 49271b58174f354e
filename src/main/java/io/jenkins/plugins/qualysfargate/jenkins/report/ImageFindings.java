package io.jenkins.plugins.qualysfargate.jenkins.report;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.results.FindingPage;
import io.jenkins.plugins.qualysfargate.engine.results.FindingPageJson;
import io.jenkins.plugins.qualysfargate.engine.results.FindingQuery;
import io.jenkins.plugins.qualysfargate.engine.results.ResultUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.results.StoredResult;
import io.jenkins.plugins.qualysfargate.jenkins.words.JsonAnswer;
import io.jenkins.plugins.qualysfargate.jenkins.words.PlainAnswer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.GET;

/** The findings of one image, page by page, for the report page and for programs. */
public final class ImageFindings {
    private final Run<?, ?> run;
    private final Path directory;
    private final int image;

    /** @param image counted from 0 */
    ImageFindings(Run<?, ?> run, Path directory, int image) {
        this.run = run;
        this.directory = directory;
        this.image = image;
    }

    /** A page of rows; the parameters are those of {@link FindingQuery#parse}. */
    @GET
    public HttpResponse doFindings(StaplerRequest2 request) {
        run.checkPermission(Item.READ);
        FindingQuery query;
        try {
            query = FindingQuery.parse(single(request.getParameterMap()));
        } catch (IllegalArgumentException refused) {
            return PlainAnswer.badRequest(refused.getMessage());
        }
        try {
            StoredResult result = StoredResult.open(directory);
            if (image >= result.images().size()) {
                return PlainAnswer.notFound("There is no image " + (image + 1) + " in this scan; it has "
                        + result.images().size() + ".");
            }
            FindingPage page = result.page(image, query);
            return new JsonAnswer(out -> FindingPageJson.write(page, out));
        } catch (ResultUnavailableException unavailable) {
            return PlainAnswer.notFound(
                    "Could not " + unavailable.attempted() + ": " + unavailable.why() + " " + unavailable.howToFix());
        }
    }

    private static Map<String, String> single(Map<String, String[]> parameters) {
        Map<String, String> single = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (values.length != 1) {
                throw new IllegalArgumentException("A part of the query stands there " + values.length
                        + " times; each may stand there once, several severities with commas between them.");
            }
            single.put(name, values[0]);
        });
        return single;
    }
}
