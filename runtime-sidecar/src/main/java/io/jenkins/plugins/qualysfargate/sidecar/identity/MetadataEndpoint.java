package io.jenkins.plugins.qualysfargate.sidecar.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.time.Duration;

/** The task metadata endpoint, version 4, that ECS gives every container. */
public final class MetadataEndpoint {
    /** The environment variable that names it. */
    public static final String VARIABLE = "ECS_CONTAINER_METADATA_URI_V4";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 1 << 20;
    private static final int OK = 200;

    private final String address;

    /** @param address the value of {@link #VARIABLE} */
    public MetadataEndpoint(String address) {
        this.address = address;
    }

    /** @throws IOException naming the address, and what is wrong with the answer */
    public TaskIdentity ask() throws IOException {
        String task = address + "/task";
        try {
            return TaskMetadata.parse(get(task));
        } catch (IOException e) {
            throw new IOException("could not learn from " + task + " which task this is: " + e.getMessage(), e);
        }
    }

    private static byte[] get(String url) throws IOException {
        URLConnection connection = new URL(url).openConnection(java.net.Proxy.NO_PROXY);
        connection.setConnectTimeout((int) PATIENCE.toMillis());
        connection.setReadTimeout((int) PATIENCE.toMillis());
        if (!(connection instanceof HttpURLConnection http)) {
            throw new IOException("it is no HTTP address");
        }
        http.setInstanceFollowRedirects(false);
        if (http.getResponseCode() != OK) {
            throw new IOException("it answers with status " + http.getResponseCode());
        }
        try (InputStream in = http.getInputStream()) {
            byte[] answer = in.readNBytes(MOST_BYTES + 1);
            if (answer.length > MOST_BYTES) {
                throw new IOException("it answers with more than " + MOST_BYTES + " bytes");
            }
            return answer;
        }
    }
}
