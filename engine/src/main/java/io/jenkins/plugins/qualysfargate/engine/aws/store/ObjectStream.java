package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The bytes of an object; a connection that breaks is a failed call and never looks like a damaged object. */
final class ObjectStream extends InputStream {
    private final ResponseInputStream<?> in;
    private final AwsCall call;

    ObjectStream(ResponseInputStream<?> in, AwsCall call) {
        this.in = in;
        this.call = call;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            return in.read(bytes, from, length);
        } catch (IOException e) {
            throw call.failed(SdkClientException.create("The answer did not arrive whole: " + e.getMessage(), e));
        } catch (SdkException e) {
            throw call.failed(e);
        }
    }

    /** Gives up the rest, so that a large object is not read to its end for nothing. */
    @Override
    public void close() {
        in.abort();
    }
}
