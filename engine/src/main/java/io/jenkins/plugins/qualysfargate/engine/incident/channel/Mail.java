package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.TrustedCertificates;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.Signal;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Writes mail over SMTP; all mails of one incident are one thread. */
public final class Mail implements NoticeChannel {
    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int PERMANENT = 500;

    private final MailServer server;
    private final InternetAddress from;
    private final List<InternetAddress> to;
    private final @Nullable Ticket ticket;
    private final IssueLink issue;
    private final Session session;
    private final Redaction redaction;

    /**
     * Who writes to whom.
     *
     * @param ticket what another team needs to know, if this goes to another team; null if it goes to our own
     */
    public record Envelope(
            String from, List<String> to, @Nullable Ticket ticket) {
        public Envelope {
            to = List.copyOf(to);
        }
    }

    /**
     * @throws IllegalArgumentException if an address is none
     * @throws io.jenkins.plugins.qualysfargate.engine.http.HttpConfigurationException if the file of certificates cannot be used
     */
    public Mail(MailServer server, Envelope envelope, IssueLink issue) {
        this.server = server;
        this.from = address(envelope.from());
        this.to = envelope.to().stream().map(Mail::address).toList();
        this.ticket = envelope.ticket();
        this.issue = issue;
        if (to.isEmpty()) {
            throw new IllegalArgumentException("Mail from " + envelope.from() + " goes to nobody: give an address");
        }
        Properties properties = new Properties();
        properties.putAll(server.properties());
        if (server.caFile() != null) {
            properties.put(
                    "mail.smtp.ssl.socketFactory",
                    TrustedCertificates.withFile(server.caFile()).getSocketFactory());
        }
        this.session = Session.getInstance(properties);
        this.redaction = Redaction.of(
                server.password() == null
                        ? List.of()
                        : List.of(server.password().reveal()));
    }

    private static InternetAddress address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            if (text.chars().anyMatch(Character::isISOControl)
                    || address.getAddress().indexOf('@') < 1) {
                throw new AddressException("no name@domain");
            }
            return address;
        } catch (AddressException wrong) {
            throw new IllegalArgumentException(
                    "'" + ForeignText.quote(text) + "' is no mail address: name@domain is expected", wrong);
        }
    }

    @Override
    public boolean wants(IncidentNotice notice) {
        boolean heard = notice.signal() == Signal.PAGE || notice.signal() == Signal.END;
        return heard && (ticket == null || (notice.signal() == Signal.PAGE && ticket.concerns(notice)));
    }

    @Override
    public String send(IncidentNotice notice, OutboxMessage message, Known known) throws UndeliverableException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for its providers there; in Jenkins that of a request or a queue has none.
        thread.setContextClassLoader(Session.class.getClassLoader());
        try {
            return deliver(written(notice, message));
        } catch (MessagingException failure) {
            throw undeliverable(failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private MimeMessage written(IncidentNotice notice, OutboxMessage message) throws MessagingException {
        String thread = "<" + notice.id() + "@qualys-fargate.invalid>";
        String own = "<" + notice.id() + "." + notice.sequence() + "@qualys-fargate.invalid>";
        MimeMessage mail = new NamedMessage(session, own);
        mail.setFrom(from);
        mail.setRecipients(Message.RecipientType.TO, to.toArray(new Address[0]));
        String over = ChangeText.ends(notice) ? "Resolved: " : "";
        String subject = Words.line(over + notice.title());
        mail.setSubject(subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)), "UTF-8");
        mail.setSentDate(Date.from(notice.at()));
        mail.setHeader("References", thread);
        mail.setHeader("In-Reply-To", thread);
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Scan-Compliance-Event", message.id());
        mail.setText(text(notice), "UTF-8");
        mail.saveChanges();
        return mail;
    }

    private String text(IncidentNotice notice) {
        String text = ticket == null ? PlainText.of(notice, LONGEST_BODY) : ticket.text(notice, LONGEST_BODY);
        return text
                + issue.of(notice.id())
                        .map(each -> "Issue with the full list: " + each + "\n")
                        .orElse("");
    }

    private String deliver(MimeMessage mail) throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            if (server.user() == null || server.password() == null) {
                transport.connect();
            } else {
                transport.connect(server.user(), server.password().reveal());
            }
            transport.sendMessage(mail, mail.getAllRecipients());
        } catch (SendFailedException partial) {
            Address[] sent = partial.getValidSentAddresses();
            if (sent == null || sent.length == 0) {
                throw partial;
            }
            return mail.getMessageID() + " to " + Arrays.toString(sent) + " only";
        }
        return mail.getMessageID();
    }

    private UndeliverableException undeliverable(MessagingException failure) {
        boolean login = failure instanceof AuthenticationFailedException;
        List<String> reasons = new ArrayList<>();
        boolean permanent = false;
        Exception each = failure;
        for (int depth = 0; each != null && depth < 8; depth++) {
            reasons.add(ForeignText.quote(redaction.apply(String.valueOf(each.getMessage()))));
            permanent |= each instanceof SMTPSendFailedException sending && sending.getReturnCode() >= PERMANENT;
            permanent |= each instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT;
            each = each instanceof MessagingException one ? one.getNextException() : null;
        }
        String remedy = login
                ? "Check user and password of the mail server."
                : "Check host, port, encryption and addresses; for a private certificate authority give its file.";
        return new UndeliverableException(
                "Mail server " + server.host() + ":" + server.port() + " did not take the mail: "
                        + String.join("; ", reasons) + ". " + remedy,
                login || !permanent,
                null);
    }

    /** A message that keeps the name it was given, so that a repetition is known as one. */
    private static final class NamedMessage extends MimeMessage {
        private final String name;

        private NamedMessage(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
