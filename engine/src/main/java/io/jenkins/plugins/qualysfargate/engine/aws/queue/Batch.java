package io.jenkins.plugins.qualysfargate.engine.aws.queue;

import io.jenkins.plugins.qualysfargate.engine.push.PushQueue;
import io.jenkins.plugins.qualysfargate.engine.push.QueueUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/**
 * Many messages in a few calls. SQS answers for each entry of a call alone: what failed on its side is tried again, and
 * what is left over at the end is a failure.
 */
abstract class Batch<T> {
    private static final int MOST_TRIES = 4;

    private final String action;
    private final String queue;

    Batch(String action, String queue) {
        this.action = action;
        this.queue = queue;
    }

    /** One call; the id of an entry is its place in the list. */
    abstract List<BatchResultErrorEntry> call(List<T> some);

    private static boolean worthAnotherTry(BatchResultErrorEntry failed) {
        return !Boolean.TRUE.equals(failed.senderFault());
    }

    /** @throws QueueUnavailableException if a call fails, or one of the entries for good */
    void all(List<T> entries) {
        List<BatchResultErrorEntry> lost = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += PushQueue.LARGEST_BATCH) {
            List<T> some = entries.subList(from, Math.min(from + PushQueue.LARGEST_BATCH, entries.size()));
            for (int time = 1; !some.isEmpty(); time++) {
                List<T> asked = some;
                List<T> again = new ArrayList<>();
                for (BatchResultErrorEntry failed : QueuePlace.attempt(action, queue, () -> call(asked))) {
                    int place = place(failed, asked.size());
                    if (time < MOST_TRIES && worthAnotherTry(failed) && place >= 0) {
                        again.add(asked.get(place));
                    } else {
                        lost.add(failed);
                    }
                }
                some = again;
            }
        }
        if (!lost.isEmpty()) {
            throw failure(lost, entries.size());
        }
    }

    /** Negative if it is no entry of ours. */
    private static int place(BatchResultErrorEntry failed, int of) {
        for (int i = 0; i < of; i++) {
            if (Integer.toString(i).equals(failed.id())) {
                return i;
            }
        }
        return -1;
    }

    private QueueUnavailableException failure(List<BatchResultErrorEntry> lost, int of) {
        TreeMap<String, Integer> codes = new TreeMap<>();
        lost.forEach(each -> codes.merge(String.valueOf(each.code()), 1, Integer::sum));
        boolean passing = lost.stream().allMatch(Batch::worthAnotherTry);
        return new QueueUnavailableException(
                "Could not call " + action + " on queue " + queue + " for " + lost.size() + " of " + of
                        + " messages: " + codes + ". "
                        + (passing
                                ? "Try again later; https://health.aws.amazon.com/health/status shows known failures."
                                : "Check that the queue is a standard queue, and look the codes up in the reference of SQS."),
                passing,
                null);
    }
}
