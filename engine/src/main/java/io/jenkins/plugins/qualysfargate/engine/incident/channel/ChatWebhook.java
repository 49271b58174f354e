package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Signal;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import java.net.URI;
import java.time.Clock;

/** Writes into a chat whose incoming webhooks are those of Slack; the address itself is the secret. */
public final class ChatWebhook implements NoticeChannel {
    private final URI address;
    private final IssueLink issue;
    private final Calls calls;

    /**
     * @param address as the chat gives it out
     * @param transport that follows no redirect
     * @throws IllegalArgumentException if the address is none that keeps itself secret
     */
    public ChatWebhook(Token address, IssueLink issue, Transport transport, Clock clock) {
        this.address = SecretAddress.of(address);
        this.issue = issue;
        this.calls = new Calls("The chat", transport, clock, SecretAddress.parts(address));
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        return notice.signal() != Signal.NOTE;
    }

    @Override
    public String send(IncidentNotice notice, OutboxMessage message, Known known) throws UndeliverableException {
        String text = ChatText.of(notice)
                + issue.of(notice.id())
                        .filter(each -> each.matches("https?://[^<>|\\s]{1,500}"))
                        .map(each -> "\n<" + each.replace("&", "&amp;") + "|Issue with the full list>")
                        .orElse("");
        String body = JsonNodeFactory.instance.objectNode().put("text", text).toString();
        HttpAnswer answer = calls.send(HttpCall.post(address, "application/json", body));
        if (!answer.successful()) {
            throw calls.refused(
                    "take a message",
                    answer,
                    "Check that the webhook still exists and that its room is not archived; make a new one if not.");
        }
        return "";
    }
}
