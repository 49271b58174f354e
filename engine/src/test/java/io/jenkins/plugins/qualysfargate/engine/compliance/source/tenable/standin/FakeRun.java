package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** One result, as it is at a moment. Numbers are texts, and absent times -1. */
final class FakeRun {
    private static final long CHECKS_PER_HOST = 102_386;

    final int id;
    final String scanId;
    final String name;
    final Instant created;
    final FakeCourse course;

    FakeRun(int id, String scanId, String name, Instant created, FakeCourse course) {
        this.id = id;
        this.scanId = scanId;
        this.name = name;
        this.created = created;
        this.course = course;
    }

    private Instant starts() {
        return created.plus(course.queued());
    }

    private Instant runs() {
        return starts().plus(course.preparing()).plus(course.initializing());
    }

    Instant finishes() {
        return runs().plus(course.running());
    }

    boolean running(Instant now) {
        return now.isBefore(finishes());
    }

    String status(Instant now) {
        if (now.isBefore(starts())) {
            return "Queued";
        }
        if (now.isBefore(starts().plus(course.preparing()))) {
            return "Preparing";
        }
        if (now.isBefore(runs())) {
            return "Initializing Scanners";
        }
        return running(now) ? "Running" : course.last();
    }

    private String imported(Instant now) {
        if (running(now)) {
            return "No Results";
        }
        return now.isBefore(finishes().plus(course.importing())) ? "Importing" : course.imported();
    }

    ObjectNode json(Instant now) {
        boolean over = !running(now);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", String.valueOf(id)).put("name", name).putNull("description");
        node.put("status", status(now)).put("importStatus", imported(now));
        node.put("running", String.valueOf(!over)).put("resultType", "active");
        node.put("createdTime", epoch(created));
        node.put("startTime", now.isBefore(starts()) ? "-1" : epoch(starts()));
        node.put("finishTime", over ? epoch(finishes()) : "-1");
        node.put("totalIPs", String.valueOf(course.total()));
        // Dead hosts are counted here.
        node.put("scannedIPs", over ? String.valueOf(course.total()) : "0");
        node.put("errorDetails", course.last().equals("Error") ? "Scan failed.\nNo scanner answered." : "");
        node.put("importErrorDetails", imported(now).equals("Error") ? "Scan import error (code #139)." : "");
        if (scanId.equals("-1")) {
            node.putObject("scan").put("id", -1).put("name", "").put("description", "");
        } else {
            node.putObject("scan").put("id", scanId).put("name", name).put("description", "");
        }
        return node;
    }

    ObjectNode progress(Instant now) {
        double share = share(now);
        long scanned = (long) (course.alive() * share);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("totalIPs", String.valueOf(course.total()));
        node.put("completedChecks", String.valueOf((long) (course.total() * CHECKS_PER_HOST * share)));
        node.put("scannedIPs", scanned == 0 ? "" : "192.0.2.1-192.0.2." + Math.min(255, scanned));
        // These are numbers.
        node.put("scannedSize", scanned);
        node.put("scanningSize", share > 0 && share < 1 ? Math.min(8, course.alive() - scanned) : 0);
        node.put("deadHostSize", (long) ((course.total() - course.alive()) * share));
        node.put("runState", running(now) ? "Running" : "Stopped").put("status", status(now));
        return node;
    }

    private double share(Instant now) {
        if (now.isBefore(runs())) {
            return 0;
        }
        double run = Duration.between(runs(), now).toMillis();
        return Math.min(1, run / Math.max(1, course.running().toMillis()));
    }

    private static String epoch(Instant instant) {
        return String.valueOf(instant.getEpochSecond());
    }
}
