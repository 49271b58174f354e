package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian's docker-registry on a free port of 127.0.0.1, with its storage in a directory of the test. */
public final class LocalRegistry implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    /** User {@code AWS}, as ECR has it, with the password {@code hunter22}; bcrypt, as {@code htpasswd -B} makes it. */
    private static final String PASSWORDS = "AWS:$2y$05$ccHzU/xRNSbThPC3FZyaGuWOapvpSiwWsgrX5tVZoBl075meGsaOe\n";

    private final Process process;
    private final int port;

    private LocalRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where the program is missing, except in CI, where it must not be missing. */
    public static void requireProgram() {
        boolean there = Files.isExecutable(PROGRAM);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(there)
                    .as("%s of Debian's package docker-registry exists", PROGRAM)
                    .isTrue();
        }
        assumeTrue(there, PROGRAM + " is missing: install Debian's package docker-registry to run this test");
    }

    /** @param login true if every request needs Basic */
    public static LocalRegistry start(Path directory, boolean login) throws IOException, InterruptedException {
        int port = freePort();
        Path passwords = Files.writeString(directory.resolve("htpasswd"), PASSWORDS);
        String auth = login ? "auth:\n  htpasswd:\n    realm: test\n    path: " + passwords + "\n" : "";
        Path config = Files.writeString(
                directory.resolve("config.yml"), """
                version: 0.1
                log:
                  level: error
                  accesslog:
                    disabled: true
                storage:
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: 127.0.0.1:%d
                %s""".formatted(directory.resolve("storage"), port, auth));
        Process process = new ProcessBuilder(PROGRAM.toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("registry.log").toFile())
                .start();
        LocalRegistry registry = new LocalRegistry(process, port);
        registry.awaitStart(directory.resolve("registry.log"));
        return registry;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline && process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                // Not yet; the wait for its end doubles as the pause between two looks.
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        close();
        throw new IOException("docker-registry did not start: " + Files.readString(log));
    }

    /** Host and port. */
    public String authority() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
