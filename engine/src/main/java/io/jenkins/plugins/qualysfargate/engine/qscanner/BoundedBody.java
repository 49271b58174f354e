package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Hands a response body on, and breaks off as soon as it is larger than it may be. */
final class BoundedBody<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> target;
    private final long maxBytes;
    private long received;
    private boolean broken;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(BodySubscriber<T> target, long maxBytes) {
        this.target = target;
        this.maxBytes = maxBytes;
    }

    @Override
    public CompletionStage<T> getBody() {
        return target.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        target.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (broken) {
            return;
        }
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > maxBytes) {
            broken = true;
            if (subscription != null) {
                subscription.cancel();
            }
            target.onError(new IOException("it is larger than " + maxBytes + " bytes"));
        } else {
            target.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!broken) {
            target.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!broken) {
            target.onComplete();
        }
    }
}
