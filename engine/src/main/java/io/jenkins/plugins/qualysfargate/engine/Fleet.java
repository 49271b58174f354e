package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.aws.ecr.EcrCatalogue;
import io.jenkins.plugins.qualysfargate.engine.aws.queue.SqsPushQueue;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableLeases;
import io.jenkins.plugins.qualysfargate.engine.lease.InMemoryLeases;
import io.jenkins.plugins.qualysfargate.engine.lease.Leases;
import io.jenkins.plugins.qualysfargate.engine.push.PushQueue;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageCatalogue;
import org.jspecify.annotations.Nullable;

/** What several machines that scan one account share. */
public final class Fleet {
    private final OpenAws aws;
    private final @Nullable SharedStores stores;
    private final Leases own = new InMemoryLeases();

    Fleet(OpenAws aws, AwsUse use) {
        this.aws = aws;
        this.stores = use.stores();
    }

    /**
     * The queue in which pushes wait.
     *
     * @param queue a name, or a URL as the console shows it
     * @param deadLetters the same of the dead-letter queue; null for the one that the queue names
     * @throws io.jenkins.plugins.qualysfargate.engine.push.QueueUnavailableException if one of them cannot be found
     */
    public PushQueue pushes(String queue, @Nullable String deadLetters) {
        return SqsPushQueue.open(aws.clients().sqs(), queue, deadLetters);
    }

    /**
     * What ECR holds.
     *
     * @param account whose registry; null for that of the caller
     */
    public ImageCatalogue catalogue(@Nullable String account) {
        return new EcrCatalogue(aws.clients().ecr(), account);
    }

    /** Who is scanning which digest: known to everybody in the account if scans are kept on AWS, else to this process. */
    public Leases leases() {
        return stores == null ? own : new TableLeases(new Table(aws.clients(), stores.leasesTable()));
    }
}
