package io.jenkins.plugins.qualysfargate.engine.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * A service that speaks JSON over HTTP and of which few calls are needed: signed as its client would, without the megabytes of
 * that client. Each call must be one that only reads, because it is repeated like those of the clients. May be used from any
 * thread.
 */
public final class SignedService {
    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_CODE = 100;
    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
    // The client sets them itself, from the address and the body.
    private static final Set<String> OF_THE_CLIENT = Set.of("host", "content-length");

    private final String service;
    private final String region;
    private final URI endpoint;
    private final AwsSettings settings;
    private final AwsCredentialsProvider credentials;
    private final Transport transport;
    private final Clock clock;
    private final RetryPolicy<HttpAnswer> retry;

    SignedService(
            String service, String region, AwsSettings settings, AwsCredentialsProvider credentials, Clock clock) {
        this.service = service;
        this.region = region;
        this.settings = settings;
        this.credentials = credentials;
        this.clock = clock;
        URI own = settings.endpoint();
        this.endpoint = own != null
                ? own
                : URI.create("https://" + ServiceMetadata.of(service).endpointFor(Region.of(region)));
        this.transport = Transport.withoutRedirects(settings.http().withRetry(RetrySettings.NEVER), clock);
        this.retry = RetryPolicy.<HttpAnswer>builder()
                .handleIf((answer, failure) ->
                        failure instanceof AwsException it && it.problem().passing())
                .withMaxAttempts(settings.attempts())
                .withMaxDuration(settings.callTimeout())
                .withBackoff(FIRST_DELAY, LONGEST_DELAY)
                .withJitter(0.25)
                .build();
    }

    /**
     * Calls, and gives an answer of success.
     *
     * @param path begins with a slash; may have an encoded query
     * @param json null for a GET
     * @throws AwsException if there is none
     */
    public HttpAnswer call(AwsCall what, String path, @Nullable String json) {
        try {
            return Failsafe.with(retry).get(() -> attempt(what, path, json));
        } catch (FailsafeException stopped) {
            if (stopped.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw what.failed(SdkClientException.create("The call was given up", stopped));
        }
    }

    private HttpAnswer attempt(AwsCall what, String path, @Nullable String json) {
        HttpAnswer answer;
        try {
            answer = transport.send(signed(path, json));
        } catch (TransportException failed) {
            throw what.failed(
                    failed.kind() == Kind.TIMED_OUT
                            ? ApiCallTimeoutException.builder()
                                    .message(failed.getMessage())
                                    .cause(failed)
                                    .build()
                            : SdkClientException.create(failed.getMessage(), failed));
        } catch (SdkException unsigned) {
            throw what.failed(unsigned);
        }
        if (!answer.successful()) {
            throw what.failed(refusal(answer));
        }
        return answer;
    }

    private HttpCall signed(String path, @Nullable String json) {
        URI address = URI.create(withoutEndingSlash(endpoint.toString()) + path);
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder().uri(address).method(json == null ? SdkHttpMethod.GET : SdkHttpMethod.POST);
        byte[] body = (json == null ? "" : json).getBytes(StandardCharsets.UTF_8);
        if (json != null) {
            request.putHeader("content-type", "application/json");
        }
        Map<String, List<String>> headers = AwsV4HttpSigner.create()
                .sign(it -> it.identity(credentials.resolveCredentials())
                        .request(request.build())
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request()
                .headers();
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sent.put(name, values.get(0)));
        sent.keySet().removeAll(OF_THE_CLIENT);
        return new HttpCall(json == null ? "GET" : "POST", address, sent, json, settings.attemptTimeout(), MOST_BYTES);
    }

    private static String withoutEndingSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** As the clients tell it: the code stands in a header or in the body, perhaps with a namespace and a link (restJson1). */
    private SdkException refusal(HttpAnswer answer) {
        JsonNode said = said(answer);
        String type = answer.header("x-amzn-errortype").orElse(SmallJson.text(said, "__type"));
        String code = type.substring(type.indexOf('#') + 1).split(":", 2)[0].replaceAll("[^A-Za-z0-9.]", "");
        String text = SmallJson.text(said, "message") + SmallJson.text(said, "Message");
        return AwsServiceException.builder()
                .statusCode(answer.status())
                .requestId(answer.header("x-amzn-requestid")
                        .filter(id -> id.matches("[A-Za-z0-9-]{1,100}"))
                        .orElse(null))
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName(service)
                        .errorCode(code.substring(0, Math.min(LONGEST_CODE, code.length())))
                        .errorMessage(text.isEmpty() ? null : ForeignText.quote(Redaction.BY_LOOKS.apply(text)))
                        .build())
                .build();
    }

    /** What it says of the refusal, if it does so in JSON. */
    private static JsonNode said(HttpAnswer answer) {
        try {
            return SmallJson.read(answer.body().open());
        } catch (SmallJson.NotReadable noJson) {
            return MissingNode.getInstance();
        }
    }
}
