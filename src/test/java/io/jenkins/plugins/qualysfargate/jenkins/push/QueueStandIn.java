package io.jenkins.plugins.qualysfargate.jenkins.push;

import io.jenkins.plugins.qualysfargate.jenkins.harness.AwsStandIn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        return AwsStandIn.Answer.json("{\"Messages\":[" + messages + "]}");
    }

    private static String md5(String text) {
        return hudson.Util.getDigestOf(text);
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
        return AwsStandIn.Answer.json("{\"MessageId\":\"d\"}");
    }
}
