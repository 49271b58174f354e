package io.jenkins.plugins.qualysfargate.sidecar.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    @Test
    void shouldSplitAtZeroBytes() {
        assertThat(parse("ls\0-l\0\0a b\0").words()).containsExactly("ls", "-l", "", "a b");
        assertThat(parse("").words()).isEmpty();
        assertThat(parse("sh\0-c").words()).containsExactly("sh", "-c");
    }

    @Test
    void shouldKeepBytesApartThatAreNoText() {
        byte[] bytes = {'a', (byte) 0xff, 'b', 0, (byte) 0xc3, (byte) 0xa4, 0, (byte) 0xc3, 0};

        assertThat(CommandLine.parse(bytes, true).words()).containsExactly("a\\xffb", "ä", "\\xc3");
    }

    @Test
    void shouldSayThatArgumentsWereLeftOut() {
        assertThat(CommandLine.parse(bytes("a\0b\0"), false).masked())
                .containsExactly("a", "b", "[more arguments were left out]");
        List<String> many = parse("x\0".repeat(300)).masked();
        assertThat(many).hasSize(256).endsWith("[more arguments were left out]");
        assertThat(parse("x\0".repeat(256)).masked()).hasSize(256).doesNotContain("[more arguments were left out]");
        assertThat(CommandLine.of(Collections.nCopies(257, "x")).masked()).endsWith("[more arguments were left out]");
    }

    @Test
    void shouldCutLongArgument() {
        String word = parse("😀".repeat(3000) + "\0").masked().get(0);

        assertThat(word).hasSizeLessThanOrEqualTo(4096).endsWith("😀[cut]");
    }

    @Test
    void shouldShowNoSecretAsText() {
        CommandLine line = CommandLine.of(List.of("app", "--password", "hunter22"));

        assertThat(line.toString()).isEqualTo("[app, --password, ***]");
        assertThat(new ProcessFacts(1, 0, 0, 0, "/app", line).toString()).doesNotContain("hunter22");
        assertThat(line.words()).contains("hunter22");
    }

    private static CommandLine parse(String text) {
        return CommandLine.parse(bytes(text), true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
