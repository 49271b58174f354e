package io.jenkins.plugins.qualysfargate.engine.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Lists that come page by page: the whole of one, or a failure. */
public final class AwsPages {
    private AwsPages() {}

    /**
     * Everything up to the last page.
     *
     * @param ask gets the token of the page, which is null for the first one
     * @throws AwsException if a page cannot be had, or the pages do not end
     */
    public static <T> List<T> all(AwsCall call, Function<@Nullable String, AwsPage<T>> ask) {
        List<T> all = new ArrayList<>();
        String token = null;
        for (int asked = 0; asked < AwsPage.MOST; asked++) {
            String wanted = token;
            AwsPage<T> page = call.on(() -> ask.apply(wanted));
            all.addAll(page.items());
            if (page.last()) {
                return all;
            }
            if (String.valueOf(page.next()).equals(token)) {
                throw call.failed(SdkClientException.create("The list does not get on: its pages lead in a circle"));
            }
            token = page.next();
        }
        throw call.failed(SdkClientException.create("The list did not end after " + AwsPage.MOST + " pages"));
    }
}
