package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program for tests: replaces itself from a thread that is not its first one, or starts threads without end. */
final class ThreadProgram {
    private ThreadProgram() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Path directory = Path.of(words[1]);
        if (words[0].equals("exec")) {
            Thread thread = new Thread(() -> {
                while (!Files.exists(directory.resolve("go"))) {
                    Thread.onSpinWait();
                }
                Function execl = NativeLibrary.getInstance("c").getFunction("execlp");
                execl.invokeInt(new Object[] {"sleep", "sleep", "0.2", null});
            });
            thread.start();
            Files.createFile(directory.resolve("ready"));
            thread.join();
            return;
        }
        for (int i = 0; i < 50; i++) {
            new Thread(ThreadProgram::breed).start();
        }
        Files.createFile(directory.resolve("ready"));
        Thread.currentThread().join();
    }

    /** Starts one short-lived thread after the other. */
    private static void breed() {
        try {
            while (true) {
                Thread next = new Thread(() -> {});
                next.start();
                next.join();
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
