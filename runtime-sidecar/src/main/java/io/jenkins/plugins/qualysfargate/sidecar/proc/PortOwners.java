package io.jenkins.plugins.qualysfargate.sidecar.proc;

import io.jenkins.plugins.qualysfargate.sidecar.libc.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which processes listen on a TCP port, in whichever network namespace they are; for one thread at a time. */
public final class PortOwners {
    /** A line has 150 bytes: some thousand sockets. */
    private static final int MOST_BYTES = 1 << 20;

    private final String root;
    private final FileBytes files = new FileBytes(MOST_BYTES);

    /** @param root {@code /proc}, except in tests */
    public PortOwners(Path root) {
        this.root = root + "/";
    }

    /** Those of the given processes that have such a socket open. */
    public Set<Integer> of(int port, List<Integer> processes) {
        Set<String> sockets = new HashSet<>();
        Set<String> namespaces = new HashSet<>();
        for (int process : processes) {
            if (namespaces.add(link(root + process + "/ns/net"))) {
                sockets.addAll(inodes(process, "tcp", port));
                sockets.addAll(inodes(process, "tcp6", port));
            }
        }
        Set<Integer> owners = new HashSet<>();
        for (int process : sockets.isEmpty() ? List.<Integer>of() : processes) {
            if (hasOneOpen(process, sockets)) {
                owners.add(process);
            }
        }
        return owners;
    }

    private Set<String> inodes(int process, String table, int port) {
        byte[] bytes = files.read(root + process + "/net/" + table);
        return bytes == null ? Set.of() : Listeners.inodes(bytes, port);
    }

    private boolean hasOneOpen(int process, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of(root + process + "/fd"))) {
            for (Path each : descriptors) {
                String target = link(each.toString());
                if (target.startsWith("socket:[") && sockets.contains(target.substring(8, target.length() - 1))) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended, or it may not be looked into: then it cannot be attached to either.
            return false;
        }
        return false;
    }

    private String link(String path) {
        byte[] target = files.readLink(path);
        return target == null ? "" : new String(target, StandardCharsets.ISO_8859_1);
    }
}
