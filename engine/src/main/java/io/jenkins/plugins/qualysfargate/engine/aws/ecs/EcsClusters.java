package io.jenkins.plugins.qualysfargate.engine.aws.ecs;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsPage;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsPages;
import java.util.List;
import software.amazon.awssdk.services.ecs.EcsClient;

/** The clusters of one account in one region. */
public final class EcsClusters {
    /** API reference of ECS, ListClusters. */
    private static final int LARGEST_PAGE = 100;

    private final EcsClient ecs;

    public EcsClusters(EcsClient ecs) {
        this.ecs = ecs;
    }

    /**
     * The ARNs of all of them.
     *
     * @throws io.jenkins.plugins.qualysfargate.engine.aws.AwsException if they cannot be listed wholly
     */
    public List<String> arns() {
        AwsCall call = new AwsCall("ecs:ListClusters", "the clusters of this account");
        return AwsPages.all(call, token -> {
            var page =
                    ecs.listClusters(request -> request.maxResults(LARGEST_PAGE).nextToken(token));
            return new AwsPage<>(page.clusterArns(), page.nextToken());
        });
    }

    /** The name in an ARN; a text that is none stands for itself. */
    public static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
