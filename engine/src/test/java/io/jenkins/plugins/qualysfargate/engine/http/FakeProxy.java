package io.jenkins.plugins.qualysfargate.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy on a free port of 127.0.0.1 that may want a login: tunnels lead to one server whatever host is asked for, plain
 * requests it answers itself.
 */
public final class FakeProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final String login;
    private final int upstream;

    /**
     * @param login expected value of Proxy-Authorization; empty if anybody may use it
     * @param upstream port on 127.0.0.1 that tunnels lead to
     */
    public FakeProxy(String login, int upstream) throws IOException {
        this.login = login;
        this.upstream = upstream;
        threads.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The head of every request that came, lines joined by {@code |}. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            heads.add(head);
            OutputStream out = client.getOutputStream();
            if (!login.isEmpty()
                    && !head.toLowerCase(Locale.ROOT)
                            .contains("|proxy-authorization: " + login.toLowerCase(Locale.ROOT) + "|")) {
                send(out, "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
            } else if (head.startsWith("CONNECT ")) {
                tunnel(client, out);
            } else {
                send(out, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nby proxy!");
            }
        } catch (IOException e) {
            heads.add("broken: " + e);
        }
    }

    private void tunnel(Socket client, OutputStream out) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
            send(out, "HTTP/1.1 200 Connected\r\n\r\n");
            threads.execute(() -> copy(client, server));
            server.getInputStream().transferTo(out);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One side has closed: the tunnel is over.
        }
    }

    private static String head(InputStream in) throws IOException {
        // One byte at a time, so that nothing of the tunnel's content is swallowed.
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            head.append((char) next);
        }
        return head.toString().replace("\r\n", "|");
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
