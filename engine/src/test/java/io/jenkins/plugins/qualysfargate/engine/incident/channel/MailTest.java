package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.jenkins.plugins.qualysfargate.engine.http.TestCertificate;
import io.jenkins.plugins.qualysfargate.engine.incident.Failure;
import io.jenkins.plugins.qualysfargate.engine.incident.Failures;
import io.jenkins.plugins.qualysfargate.engine.incident.Notices;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.MailServer.Encryption;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    private static final String HOST = "127.0.0.1";
    private static final Token PASSWORD = Token.of("pass-0123456789");
    private static final IssueLink ISSUE = incident -> Optional.of("https://github.example.com/o/r/issues/7");

    private final GreenMail plain = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        plain.start();
    }

    @AfterEach
    void stop() {
        plain.stop();
    }

    private static Mail mail(MailServer server, @Nullable Ticket ticket) {
        return new Mail(
                server,
                new Mail.Envelope("Scans <scans@example.com>", List.of("ops@example.com", "kim@example.com"), ticket),
                ISSUE);
    }

    private static MailServer open(int port) {
        return new MailServer(HOST, port, Encryption.NONE, null, null, null);
    }

    private Desk desk() {
        return new Desk(mail(open(plain.getSmtp().getPort()), null));
    }

    @Test
    void shouldWriteToEverybody() throws UndeliverableException, MessagingException, IOException {
        desk().send(Notices.opened(Notices.ofTheRunbook()));

        MimeMessage[] mails = plain.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("SCANS FAILED - failed nessus scans require investigation");
        assertThat(mails[0].getFrom()[0]).hasToString("Scans <scans@example.com>");
        assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mails[0].getContent().toString().replace("\r\n", "\n"))
                .startsWith(Words.INTRODUCTION + "\n[ALC_Prod_WDC06_private_import ALC_all_envs_public_import]")
                .contains("Issue with the full list: https://github.example.com/o/r/issues/7");
    }

    @Test
    void shouldMakeOneThreadOfAnIncident() throws UndeliverableException, MessagingException {
        Notices story = new Notices();
        Desk desk = desk();
        OutboxMessage page = story.failing("PT0S", failure("one"));
        desk.send(page);
        desk.send(story.resolved("PT1M"));

        // Those of one reader after those of the other.
        MimeMessage[] mails = plain.getReceivedMessages();
        assertThat(mails[0].getMessageID()).isEqualTo("<" + Notices.read(page).id() + ".1@qualys-fargate.invalid>");
        assertThat(mails[1].getSubject()).startsWith("Resolved: SCANS FAILED");
        assertThat(mails[1].getHeader("References")).isEqualTo(mails[0].getHeader("References"));
    }

    @Test
    void shouldNotWriteOfWhatIsOnlyWorthANote() throws UndeliverableException {
        Notices story = new Notices();
        Desk desk = desk();
        desk.send(story.failing("PT0S", failure("one"), failure("two")));
        desk.send(story.failing("PT1M", failure("one")));

        assertThat(plain.getReceivedMessages()).hasSize(2);
    }

    @Test
    void shouldWriteToAnotherTeamOnlyOfWhatIsTheirs() throws UndeliverableException, MessagingException, IOException {
        Desk desk =
                new Desk(mail(open(plain.getSmtp().getPort()), new Ticket("SOS scanning", "SOS-NESSUS", "ALC", "2")));
        desk.send(Notices.opened(failure("ours")));
        assertThat(plain.getReceivedMessages()).isEmpty();

        desk.send(Notices.opened(Notices.ofTheRunbook()));
        assertThat(plain.getReceivedMessages()[0].getContent().toString())
                .startsWith("Assignment group: SOS-NESSUS")
                .contains("[ALC_all_envs_public_import]")
                .doesNotContain("private");
    }

    @Test
    void shouldAddNoHeaderThatANameAsksFor() throws UndeliverableException, MessagingException {
        Failure evil = failure("x\r\nBcc: eve@example.com\r\n\r\nbody");
        OutboxMessage page = Notices.opened(evil);
        OutboxMessage forged = new OutboxMessage(
                page.id(),
                page.channel(),
                page.subject(),
                page.body().replace("SCANS FAILED", "S\\r\\nBcc: eve@example.com\\r\\nX"),
                Map.of(),
                Failures.NOON);
        desk().send(forged);

        MimeMessage mail = plain.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(2);
        assertThat(mail.getSubject()).contains("Bcc: eve@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ops", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "a b@c.example"})
    void shouldRefuseWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> new Mail(open(25), new Mail.Envelope("a@b.example", List.of(address), null), ISSUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name@domain is expected");
    }

    @Test
    void shouldNeverSendALoginInTheClear() {
        assertThatThrownBy(() -> new MailServer(HOST, 25, Encryption.NONE, "kim", PASSWORD, null))
                .hasMessageContaining("in the clear");
        assertThatThrownBy(() -> new MailServer(HOST, 25, Encryption.TLS, "kim", null, null))
                .hasMessageContaining("both or neither");
        assertThat(new MailServer(HOST, 25, Encryption.TLS, "kim", PASSWORD, null).toString())
                .doesNotContain(PASSWORD.reveal());
    }

    @Test
    void shouldNotGoOnWithoutEncryptionThatIsAskedFor() {
        MailServer server = new MailServer(HOST, plain.getSmtp().getPort(), Encryption.STARTTLS, "kim", PASSWORD, null);

        UndeliverableException failure = new Desk(mail(server, null)).failure(Notices.opened(failure("one")));
        assertThat(failure.worthRepeating()).isTrue();
        assertThat(failure).hasMessageContaining("STARTTLS");
        assertThat(plain.getReceivedMessages()).isEmpty();
    }

    @Test
    void shouldLogInOverTlsWithACertificateThatIsTrusted(@TempDir Path directory)
            throws IOException, InterruptedException, GeneralSecurityException, UndeliverableException, UserException {
        TestCertificate certificate = TestCertificate.create(directory);
        System.setProperty(
                "greenmail.tls.keystore.file", directory.resolve("server.p12").toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        GreenMail secret = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTPS));
        try {
            secret.setUser("kim", PASSWORD.reveal());
            secret.start();
            int port = secret.getSmtps().getPort();
            MailServer trusted = new MailServer(HOST, port, Encryption.TLS, "kim", PASSWORD, certificate.pem());
            new Desk(mail(trusted, null)).send(Notices.opened(failure("one")));
            assertThat(secret.getReceivedMessages()).hasSize(2);

            MailServer other = new MailServer(HOST, port, Encryption.TLS, "kim", PASSWORD, null);
            assertThat(new Desk(mail(other, null))
                            .failure(Notices.opened(failure("one")))
                            .worthRepeating())
                    .isTrue();

            Token wrong = Token.of("wrong-0123456789");
            MailServer mistaken = new MailServer(HOST, port, Encryption.TLS, "kim", wrong, certificate.pem());
            UndeliverableException refused = new Desk(mail(mistaken, null)).failure(Notices.opened(failure("one")));
            assertThat(refused.worthRepeating()).isTrue();
            assertThat(refused).hasMessageContaining("Check user and password").hasMessageNotContaining(wrong.reveal());
        } finally {
            secret.stop();
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL FROM, 451 try later, true",
        "MAIL FROM, 550 not allowed, false",
        "RCPT TO, 450 busy, true",
        "RCPT TO, 550 no such user, false",
        "DATA, 452 no room, true",
        "DATA, 552 too large, false",
        "EHLO, 421 closing, true",
    })
    void shouldSayWhetherTryingAgainMayHelp(String command, String answer, boolean repeat) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> converse(server, command, answer));
            thread.setDaemon(true);
            thread.start();

            UndeliverableException failure =
                    new Desk(mail(open(server.getLocalPort()), null)).failure(Notices.opened(failure("one")));
            assertThat(failure.worthRepeating()).isEqualTo(repeat);
            assertThat(failure).hasMessageContaining("did not take the mail");
        }
    }

    /** Speaks SMTP as in RFC 5321 until a command that is answered in another way. */
    private static void converse(ServerSocket server, String command, String answer) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 ready\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean refuses = line.startsWith(command) || (command.equals("EHLO") && line.startsWith("HELO"));
                out.print((refuses ? answer : line.startsWith("DATA") ? "354 go on" : "250 fine") + "\r\n");
                out.flush();
            }
        } catch (IOException over) {
            // The client has hung up, which is how it ends.
            return;
        }
    }

    @Test
    void shouldTryAgainWhenNobodyIsThere() {
        int port = plain.getSmtp().getPort();
        plain.stop();

        assertThat(new Desk(mail(open(port), null))
                        .failure(Notices.opened(failure("one")))
                        .worthRepeating())
                .isTrue();
    }

    @Test
    void shouldBeContentWhenSomeHaveGotIt() throws IOException, UndeliverableException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> converse(server, "RCPT TO:<kim", "550 left the company"));
            thread.setDaemon(true);
            thread.start();
            Desk desk = new Desk(mail(open(server.getLocalPort()), null));
            desk.send(Notices.opened(failure("one")));

            assertThat(desk.lastReceipt().externalId()).endsWith("to [ops@example.com] only");
        }
    }
}
