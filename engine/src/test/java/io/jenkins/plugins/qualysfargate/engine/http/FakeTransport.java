package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.http.HttpHeaders;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A transport without a network: answers what it was told to, fails where it was told to, and remembers every call. What
 * it was told for one call is used in order, the last one again and again.
 */
public final class FakeTransport implements Transport {
    private final Map<String, Deque<Step>> steps = new HashMap<>();
    private final List<HttpCall> calls = new ArrayList<>();

    /** @param call method and whole address, for example {@code GET https://host/path?query} */
    public FakeTransport answer(String call, int status, String body) {
        return answer(call, status, Map.of(), body);
    }

    /** The same with headers. */
    public FakeTransport answer(String call, int status, Map<String, String> headers, String body) {
        return answer(call, answerOf(status, headers, body));
    }

    /** The same with a finished answer. */
    public FakeTransport answer(String call, HttpAnswer answer) {
        return then(call, asked -> answer);
    }

    /** The next call of this kind gets no answer. */
    public FakeTransport fail(String call, TransportException.Kind kind) {
        return then(call, asked -> {
            throw new TransportException(
                    kind, "Could not send " + asked + ": injected.", "Nothing, it is a test.", null);
        });
    }

    private FakeTransport then(String call, Step step) {
        steps.computeIfAbsent(call, each -> new ArrayDeque<>()).add(step);
        return this;
    }

    @Override
    public HttpAnswer send(HttpCall call) throws TransportException {
        calls.add(call);
        Deque<Step> left = steps.getOrDefault(call.method() + " " + call.uri(), new ArrayDeque<>());
        Step step = left.size() > 1 ? left.poll() : left.peek();
        if (step == null) {
            throw new AssertionError("No answer was prepared for " + call.method() + " " + call.uri());
        }
        return step.answer(call);
    }

    /** Every call so far, in order. */
    public List<HttpCall> calls() {
        return List.copyOf(calls);
    }

    /** An answer for tests. */
    public static HttpAnswer answerOf(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> multi = new HashMap<>();
        headers.forEach((name, value) -> multi.put(name, List.of(value)));
        return new HttpAnswer(status, HttpHeaders.of(multi, (name, value) -> true), Body.of(body));
    }

    @FunctionalInterface
    private interface Step {
        HttpAnswer answer(HttpCall call) throws TransportException;
    }
}
