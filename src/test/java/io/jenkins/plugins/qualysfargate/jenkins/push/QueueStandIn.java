package io.jenkins.plugins.qualysfargate.jenkins.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.jenkins.harness.AwsStandIn;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One queue of SQS and its dead letters: hands each message out once until it is shown again, and remembers its end. */
final class QueueStandIn {
    private static final Pattern RECEIPT = Pattern.compile("\"ReceiptHandle\":\"([^\"]+)\"");
    private static final Pattern NAME = Pattern.compile("\"QueueName\":\"([^\"]+)\"");
    private static final Pattern SECONDS = Pattern.compile("\"VisibilityTimeout\":([0-9]+)");

    private final AwsStandIn aws;
    private final List<String> bodies = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();
    private final Set<Integer> deleted = new HashSet<>();
    private final List<String> dead = new ArrayList<>();

    private QueueStandIn(AwsStandIn aws) {
        this.aws = aws;
    }

    static QueueStandIn in(AwsStandIn aws) {
        QueueStandIn queue = new QueueStandIn(aws);
        aws.when("GetQueueUrl", queue::url);
        aws.when("GetQueueAttributes", body -> AwsStandIn.Answer.json("{\"Attributes\":{}}"));
        aws.when("ReceiveMessage", body -> queue.receive());
        aws.when("DeleteMessage", queue::delete);
        aws.when("DeleteMessageBatch", queue::delete);
        aws.when("ChangeMessageVisibility", queue::hide);
        aws.when("SendMessage", queue::bury);
        return queue;
    }

    /** An event of EventBridge as ECR sends it. */
    static String push(String repository, String tag, String digest) {
        return """
                {"version":"0","id":"13cde686-328b-6117-af20-0e5566167482","detail-type":"ECR Image Action",
                "source":"aws.ecr","account":"123456789012","time":"2026-11-21T10:00:00Z","region":"eu-central-1",
                "resources":[],"detail":{"result":"SUCCESS","repository-name":"%s","image-digest":"%s",
                "action-type":"PUSH","image-tag":"%s"}}""".formatted(repository, digest, tag);
    }

    synchronized void send(String body) {
        bodies.add(body);
    }

    /** All of them again, as if nobody had deleted any. */
    synchronized void showAgain() {
        hidden.clear();
        deleted.clear();
    }

    /** Those that are hidden, as if their time were over. */
    synchronized void showHidden() {
        hidden.clear();
    }

    synchronized int left() {
        return bodies.size() - deleted.size();
    }

    synchronized List<String> dead() {
        return List.copyOf(dead);
    }

    private AwsStandIn.Answer url(String body) {
        Matcher name = NAME.matcher(body);
        return name.find()
                ? AwsStandIn.Answer.json("{\"QueueUrl\":\"" + aws.endpoint() + "/123456789012/" + name.group(1) + "\"}")
                : AwsStandIn.Answer.error(400, "QueueDoesNotExist");
    }

    private AwsStandIn.Answer receive() {
        StringBuilder messages = new StringBuilder();
        synchronized (this) {
            for (int i = 0; i < bodies.size(); i++) {
                if (!deleted.contains(i) && hidden.add(i)) {
                    messages.append(messages.length() == 0 ? "" : ",")
                            .append("{\"MessageId\":\"m%d\",\"ReceiptHandle\":\"r%d\",\"Body\":\"%s\","
                                    .formatted(
                                            i,
                                            i,
                                            bodies.get(i).replace("\"", "\\\"").replace("\n", "")))
                            .append("\"MD5OfBody\":\"%s\","
                                    .formatted(md5(bodies.get(i).replace("\n", ""))))
                            .append("\"Attributes\":{\"ApproximateReceiveCount\":\"1\",\"SentTimestamp\":\"1\"}}");
                }
            }
        }
        if (messages.length() == 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        return AwsStandIn.Answer.json("{\"Messages\":[" + messages + "]}");
    }

    private static String md5(String text) {
        return Util.getDigestOf(text);
    }

    private synchronized AwsStandIn.Answer delete(String body) {
        StringBuilder done = new StringBuilder();
        Matcher receipt = RECEIPT.matcher(body);
        Matcher id = Pattern.compile("\"Id\":\"([^\"]+)\"").matcher(body);
        while (receipt.find()) {
            deleted.add(Integer.parseInt(receipt.group(1).substring(1)));
        }
        while (id.find()) {
            done.append(done.length() == 0 ? "" : ",").append("{\"Id\":\"" + id.group(1) + "\"}");
        }
        return AwsStandIn.Answer.json("{\"Successful\":[" + done + "],\"Failed\":[]}");
    }

    private synchronized AwsStandIn.Answer hide(String body) {
        Matcher receipt = RECEIPT.matcher(body);
        Matcher seconds = SECONDS.matcher(body);
        if (receipt.find() && seconds.find() && seconds.group(1).equals("0")) {
            hidden.remove(Integer.parseInt(receipt.group(1).substring(1)));
        }
        return AwsStandIn.Answer.json("{}");
    }

    private synchronized AwsStandIn.Answer bury(String body) {
        dead.add(body);
        try {
            JsonNode message = new ObjectMapper().readTree(body);
            return AwsStandIn.Answer.json(
                    "{\"MessageId\":\"d\",\"MD5OfMessageBody\":\"%s\",\"MD5OfMessageAttributes\":\"%s\"}"
                            .formatted(
                                    md5(message.path("MessageBody").textValue()),
                                    md5OfAttributes(message.path("MessageAttributes"))));
        } catch (IOException | NoSuchAlgorithmException e) {
            return AwsStandIn.Answer.error(400, "InvalidMessageContents");
        }
    }

    /** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html */
    private static String md5OfAttributes(JsonNode attributes) throws NoSuchAlgorithmException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        attributes.fields().forEachRemaining(each -> sorted.put(each.getKey(), each.getValue()));
        for (Map.Entry<String, JsonNode> each : sorted.entrySet()) {
            write(out, each.getKey());
            write(out, each.getValue().path("DataType").textValue());
            out.write(1);
            write(out, each.getValue().path("StringValue").textValue());
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes.toByteArray()));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
