package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** One S3 bucket; objects are made once and never overwritten. Every method throws {@link AwsException}. */
public final class Bucket {
    private static final int NOT_FOUND = 404;
    private static final int EXISTS = 412;
    private static final int MOST_DELETED = 1_000;

    private final AwsClients clients;
    private final Place place;

    public Bucket(AwsClients clients, Place place) {
        this.clients = clients;
        this.place = place;
    }

    /**
     * Which bucket, and how objects are kept there.
     *
     * @param kmsKeyId key that encrypts; null for keys of S3 (AES256)
     * @param owner account that the bucket must belong to; null to take it as it is
     */
    public record Place(
            String name,
            @Nullable String kmsKeyId,
            @Nullable String owner) {}

    /** An object of a listing. */
    public record Listed(String key, long size, Instant lastModified) {}

    public String name() {
        return place.name();
    }

    private AwsCall call(String operation) {
        return new AwsCall("s3:" + operation, "bucket " + place.name());
    }

    /**
     * Makes an object, if there is none of this key.
     *
     * @param metadata kept with it, for {@link #metadata}
     * @return false if there is one; after a lost answer that may be the one that was just made
     */
    public boolean make(String key, String contentType, Map<String, String> metadata, RequestBody body) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(place.name())
                .key(key)
                .contentType(contentType)
                .metadata(metadata)
                .ifNoneMatch("*")
                .expectedBucketOwner(place.owner());
        if (place.kmsKeyId() == null) {
            request.serverSideEncryption(ServerSideEncryption.AES256);
        } else {
            request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(place.kmsKeyId());
        }
        return call("PutObject").on(() -> {
            try {
                clients.s3().putObject(request.build(), body);
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == EXISTS) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** What was kept with an object; empty if there is none. */
    public Optional<Map<String, String>> metadata(String key) {
        return call("GetObject").on(() -> {
            try {
                HeadObjectResponse head = clients.s3()
                        .headObject(
                                request -> request.bucket(place.name()).key(key).expectedBucketOwner(place.owner()));
                return Optional.of(head.metadata());
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The bytes of an object; empty if there is none. Reading them may throw {@link AwsException} too. */
    public Optional<InputStream> open(String key) {
        AwsCall call = call("GetObject");
        return call.on(() -> {
            try {
                return Optional.of(new ObjectStream(
                        clients.s3()
                                .getObject(request ->
                                        request.bucket(place.name()).key(key).expectedBucketOwner(place.owner())),
                        call));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /** Deletes objects; one that is not there is deleted too. */
    public void delete(List<String> keys) {
        for (int from = 0; from < keys.size(); from += MOST_DELETED) {
            List<ObjectIdentifier> some = keys.subList(from, Math.min(keys.size(), from + MOST_DELETED)).stream()
                    .map(key -> ObjectIdentifier.builder().key(key).build())
                    .toList();
            AwsCall call = call("DeleteObject");
            DeleteObjectsResponse answer =
                    call.on(() -> clients.s3().deleteObjects(request -> request.bucket(place.name())
                            .expectedBucketOwner(place.owner())
                            .delete(Delete.builder().objects(some).quiet(true).build())));
            if (answer.hasErrors()) {
                throw call.failed(S3Exception.builder()
                        .message("S3 kept " + answer.errors().size() + " objects, the first of them "
                                + answer.errors().get(0).key() + ": "
                                + answer.errors().get(0).message())
                        .statusCode(500)
                        .build());
            }
        }
    }

    /** The objects whose keys begin so, in the order of their keys, page after page while they are taken. */
    public Stream<Listed> list(String prefix, @Nullable String after) {
        return new BucketPages(
                        call("ListBucket"), from -> clients.s3().listObjectsV2(request -> request.bucket(place.name())
                                .prefix(prefix)
                                .startAfter(from == null ? after : null)
                                .continuationToken(from)
                                .expectedBucketOwner(place.owner())))
                .stream();
    }
}
