package io.jenkins.plugins.qualysfargate.sidecar.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity.Container;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMetadataTest {
    private static final String DIGEST = "sha256:" + "0a".repeat(32);
    private static final String TASK = "0123456789abcdef0123456789abcdef";
    private static final String ANSWER = """
            {"Cluster": "prod", "TaskARN": "arn:aws:ecs:us-east-1:123456789012:task/prod/%1$s",
             "Family": "payments-api", "Revision": "7", "Limits": {"CPU": 0.25, "Containers": [1]},
             "Containers": [
               {"DockerId": "%1$s-1", "Name": "payments", "DockerName": "payments", "Image": "payments:1.4.2",
                "ImageID": "%2$s", "Labels": {"Name": "wrong"}, "Networks": [{"IPv4Addresses": ["10.0.0.1"]}]},
               {"DockerId": "%1$s-2", "Name": "sidecar", "Image": "sidecar:1", "ImageID": "latest"},
               {"Name": "no id"}],
             "LaunchType": "FARGATE"}
            """.formatted(TASK, DIGEST);

    private HttpServer server;
    private int status = 200;
    private String answer = ANSWER;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v4/x/task", exchange -> {
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldLearnWhichTaskThisIs() throws IOException {
        TaskIdentity task = endpoint().ask();

        assertThat(task.taskArn()).isEqualTo("arn:aws:ecs:us-east-1:123456789012:task/prod/" + TASK);
        assertThat(task.clusterArn()).isEqualTo("arn:aws:ecs:us-east-1:123456789012:cluster/prod");
        assertThat(task.taskFamily()).isEqualTo("payments-api");
        assertThat(task.containers())
                .containsExactly(
                        new Container(TASK + "-1", "payments", "payments:1.4.2", DIGEST),
                        new Container(TASK + "-2", "sidecar", "sidecar:1", null));
    }

    @Test
    void shouldKeepClusterArn() throws IOException {
        answer = ANSWER.replace("\"prod\"", "\"arn:aws:ecs:us-east-1:1:cluster/other\"");

        assertThat(endpoint().ask().clusterArn()).isEqualTo("arn:aws:ecs:us-east-1:1:cluster/other");
    }

    @Test
    void shouldFindContainerOfProcess() throws IOException {
        TaskIdentity task = endpoint().ask();

        assertThat(task.containerOf("3:cpu:/ecs/" + TASK + "/" + TASK + "-1\n1:name=systemd:/x\n"))
                .hasValueSatisfying(each -> assertThat(each.name()).isEqualTo("payments"));
        assertThat(task.containerOf("0::/../" + TASK + "-2"))
                .hasValueSatisfying(each -> assertThat(each.name()).isEqualTo("sidecar"));
        assertThat(task.containerOf("0::/" + TASK + "-11")).isEmpty();
        assertThat(task.containerOf("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{}", "{\"TaskARN\": \"x\"}", "{\"Family\": \"x\"}", "<html>", "{\"TaskARN\": 1}"
            })
    void shouldRefuseWhatIsNoAnswer(String text) {
        answer = text;

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> endpoint().ask())
                .withMessageContaining("/task")
                .withMessageContaining("which task this is");
    }

    @Test
    void shouldRefuseOtherStatusAndTooLongAnswer() {
        status = 500;
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> endpoint().ask())
                .withMessageContaining("status 500");
        status = 200;
        answer = " ".repeat(2 << 20) + ANSWER;
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> endpoint().ask())
                .withMessageContaining("more than");
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        server.stop(0);
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> endpoint().ask());
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new MetadataEndpoint("file:///etc").ask())
                .withMessageContaining("no HTTP address");
    }

    private MetadataEndpoint endpoint() {
        return new MetadataEndpoint("http://127.0.0.1:" + server.getAddress().getPort() + "/v4/x");
    }
}
