package io.jenkins.plugins.qualysfargate.sidecar.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyscallTableTest {
    private static final Path X86_HEADER = Path.of("/usr/include/x86_64-linux-gnu/asm/unistd_64.h");
    private static final Pattern DEFINITION = Pattern.compile("#define __NR_([a-z0-9_]+)\\s+([0-9]+)");

    @Test
    void shouldHaveTheNumbersOfTheHeaders() throws IOException {
        try (InputStream in = SyscallTableTest.class.getResourceAsStream("SyscallTable/numbers.tsv")) {
            List<String> lines = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(each -> !each.startsWith("#"))
                    .toList();

            assertThat(SyscallTable.rows())
                    .extracting(each -> each.name() + "\t" + each.x86() + "\t"
                            + (each.arm() == Syscall.ABSENT ? "-" : Integer.toString(each.arm())))
                    .isEqualTo(lines);
        }
    }

    @Test
    void shouldHaveTheNumbersOfThisMachine() throws IOException {
        assumeTrue(Files.exists(X86_HEADER), X86_HEADER + " is missing: install linux-libc-dev to run this test");
        Map<String, Integer> header = new HashMap<>();
        for (String line : Files.readAllLines(X86_HEADER)) {
            Matcher definition = DEFINITION.matcher(line);
            if (definition.matches()) {
                header.put(definition.group(1), Integer.valueOf(definition.group(2)));
            }
        }

        assertThat(header).hasSizeGreaterThan(300);
        // A call that is newer than the header is not in it.
        assertThat(SyscallTable.rows())
                .filteredOn(each -> header.containsKey(each.name()))
                .hasSizeGreaterThan(45)
                .allSatisfy(each -> assertThat(header).containsEntry(each.name(), each.x86()));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindEveryRowBothWays(Architecture architecture) {
        for (Syscall row : SyscallTable.rows()) {
            assertThat(SyscallTable.named(row.name())).contains(row);
            row.number(architecture).ifPresent(number -> assertThat(SyscallTable.numbered(architecture, number))
                    .contains(row));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "unlink", "chmod", "chown", "fork", "vfork", "rename", "mkdir", "creat"})
    void shouldKnowWhatArm64DoesNotHave(String name) {
        Syscall row = SyscallTable.named(name).orElseThrow();

        assertThat(row.number(Architecture.ARM64)).isEqualTo(OptionalInt.empty());
        assertThat(row.number(Architecture.X86_64)).isPresent();
    }

    @Test
    void shouldFindNothingForWhatIsNotThere() {
        assertThat(SyscallTable.named("reboot")).isEmpty();
        assertThat(SyscallTable.numbered(Architecture.ARM64, -1)).isEmpty();
        assertThat(SyscallTable.numbered(Architecture.X86_64, 9999)).isEmpty();
    }

    @Test
    void shouldReadMachineNames() {
        assertThat(Architecture.ofMachine("x86_64")).contains(Architecture.X86_64);
        assertThat(Architecture.ofMachine("aarch64")).contains(Architecture.ARM64);
        assertThat(Architecture.ofMachine("armv7l")).isEmpty();
    }
}
