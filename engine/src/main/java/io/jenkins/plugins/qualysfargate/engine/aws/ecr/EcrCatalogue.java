package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.sweep.CataloguePage;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.DescribeRepositoriesResponse;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.TagStatus;

/** The images of a private registry of ECR, by the tags that they have right now. */
public final class EcrCatalogue implements ImageCatalogue {
    /** As many as both calls allow: API reference of ECR. */
    private static final int LARGEST_PAGE = 1000;

    private final EcrClient ecr;
    private final @Nullable String account;

    /** @param account whose registry; null for that of the caller */
    public EcrCatalogue(EcrClient ecr, @Nullable String account) {
        this.ecr = ecr;
        this.account = account;
    }

    @Override
    public void pages(CatalogueQuery query, Consumer<CataloguePage> reader) {
        String owner = account == null ? "this account" : "account " + account;
        AwsCall call = new AwsCall("ecr:DescribeRepositories", "the registry of " + owner);
        String next = null;
        do {
            String token = next;
            DescribeRepositoriesResponse page;
            try {
                page = call.on(() -> ecr.describeRepositories(request ->
                        request.registryId(account).maxResults(LARGEST_PAGE).nextToken(token)));
            } catch (AwsException failed) {
                throw new CatalogueUnavailableException(failed.advice(), failed);
            }
            for (Repository repository : page.repositories()) {
                if (query.matches(repository.repositoryName())) {
                    images(repository, query, reader);
                }
            }
            next = page.nextToken();
        } while (next != null);
    }

    private void images(Repository repository, CatalogueQuery query, Consumer<CataloguePage> reader) {
        String name = repository.repositoryName();
        Optional<EcrRegistry> registry = registry(repository);
        if (registry.isEmpty()) {
            reader.accept(problem("ECR gives the repository " + name + " an address that is none of a private registry."
                    + " Check which endpoint answers for ECR."));
            return;
        }
        RepositoryImages images = new RepositoryImages(ecr, registry.get(), name, query);
        AwsCall call = new AwsCall("ecr:DescribeImages", "repository " + name);
        String next = null;
        do {
            String token = next;
            DescribeImagesResponse page;
            try {
                page = call.on(() -> ecr.describeImages(request -> request.registryId(repository.registryId())
                        .repositoryName(name)
                        .filter(filter -> filter.tagStatus(query.untagged() ? TagStatus.ANY : TagStatus.TAGGED))
                        .maxResults(LARGEST_PAGE)
                        .nextToken(token)));
            } catch (AwsException failed) {
                gap(failed).ifPresent(reader);
                return;
            }
            reader.accept(images.read(page.imageDetails()));
            next = page.nextToken();
        } while (next != null);
    }

    /** A repository that was deleted since it was listed holds nothing; any other failure leaves a gap. */
    private static Optional<CataloguePage> gap(AwsException failed) {
        return switch (failed.problem()) {
            case MISSING -> Optional.empty();
            case CREDENTIALS, CLOCK, REGION -> throw new CatalogueUnavailableException(failed.advice(), failed);
            case DENIED, THROTTLED, CONFLICT, INVALID, SERVICE, TIMEOUT, UNREACHABLE ->
                Optional.of(problem(failed.advice()));
        };
    }

    private static CataloguePage problem(String text) {
        return new CataloguePage(List.of(), List.of(text));
    }

    private static Optional<EcrRegistry> registry(Repository repository) {
        String address = String.valueOf(repository.repositoryUri());
        int slash = address.indexOf('/');
        return slash < 0 ? Optional.empty() : EcrRegistry.of(address.substring(0, slash));
    }
}
