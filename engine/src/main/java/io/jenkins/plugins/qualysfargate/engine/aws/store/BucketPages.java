package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The objects of a listing; the next page is asked for when the one before is used up. */
final class BucketPages implements Iterator<Bucket.Listed> {
    private final AwsCall call;
    private final Pages pages;
    private Iterator<S3Object> page = List.<S3Object>of().iterator();
    private @Nullable String from;
    private boolean done;

    BucketPages(AwsCall call, Pages pages) {
        this.call = call;
        this.pages = pages;
    }

    /** Asks for a page. */
    interface Pages {
        ListObjectsV2Response after(@Nullable String continuation);
    }

    Stream<Bucket.Listed> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && !done) {
            ListObjectsV2Response answer = call.on(() -> pages.after(from));
            page = answer.contents().iterator();
            from = answer.nextContinuationToken();
            done = from == null;
        }
        return page.hasNext();
    }

    @Override
    public Bucket.Listed next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the listing has no more objects");
        }
        S3Object object = page.next();
        return new Bucket.Listed(object.key(), object.size(), object.lastModified());
    }
}
