package io.jenkins.plugins.qualysfargate.sidecar.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortOwnersTest {
    private static final String TABLE = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0000 100
               1: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0000 100
               2: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4713 1 0000 100
               3: broken
            """;

    @Test
    void shouldReadListenersOnly() {
        byte[] table = TABLE.getBytes(StandardCharsets.US_ASCII);

        assertThat(Listeners.inodes(table, 8080)).containsExactly("4711");
        assertThat(Listeners.inodes(table, 80)).isEmpty();
        assertThat(Listeners.inodes(new byte[0], 8080)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldFindWhoListens() throws IOException {
        int self = (int) ProcessHandle.current().pid();
        PortOwners owners = new PortOwners(Path.of("/proc"));
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();

            assertThat(owners.of(port, List.of(1, self, 4194305))).containsExactly(self);
        }
        assertThat(owners.of(port, List.of(self))).isEmpty();
    }
}
