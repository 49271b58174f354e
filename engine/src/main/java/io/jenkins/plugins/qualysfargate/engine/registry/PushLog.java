package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.List;

/**
 * The images that a build pushed, as far as its log says: what the log names is an image, and what it tells of without a
 * name is a remark, so that nothing that was read is left out in silence. Tools that print nothing are not seen.
 *
 * @param images each once, in the order of the log; with a digest where the tool printed one
 * @param remarks what a person should know of pushes that are not, or not surely, among the images
 */
public record PushLog(List<ImageReference> images, List<Remark> remarks) {
    /** More than any build pushes; a log that names more is not gone through in the hope that the rest is harmless. */
    public static final int MOST_IMAGES = 1_000;

    public PushLog {
        images = List.copyOf(images);
        remarks = List.copyOf(remarks);
    }

    /**
     * Something about a push that its image does not say.
     *
     * @param line counted from 1
     * @param certain true if something was pushed for certain that is not among the images; false if it may have been
     * @param message what the log says and what to do, in printable ASCII
     */
    public record Remark(int line, boolean certain, String message) {}

    /** False if something was pushed for certain that is not among the images. */
    public boolean namesAll() {
        return remarks.stream().noneMatch(Remark::certain);
    }

    /**
     * Reads a log once, line by line; it never fails.
     *
     * @param lines with or without colours, time stamps and what Jenkins hides in its own logs
     */
    public static PushLog read(Iterable<String> lines) {
        PushedImages found = new PushedImages();
        List<PushTool> tools = List.of(
                new DockerPush(),
                new BuildKitPush(),
                new KanikoPush(),
                new ManifestListPush(),
                new ContainersPush(),
                new NamedPush(),
                new BareReference(),
                new UnnamedPush());
        for (String line : lines) {
            found.nextLine();
            if (line.length() > LogText.LONGEST_LINE) {
                found.tooLong(line);
            } else {
                LogText.segments(line).forEach(segment -> read(segment, tools, found));
            }
        }
        tools.forEach(tool -> tool.end(found));
        return found.result();
    }

    /** The first tool that knows the line has it. */
    private static void read(String segment, List<PushTool> tools, PushedImages found) {
        for (PushTool tool : tools) {
            if (tool.read(segment, found)) {
                return;
            }
        }
    }
}
