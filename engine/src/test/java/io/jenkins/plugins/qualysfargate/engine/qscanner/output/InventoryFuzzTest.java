package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever the bytes are, reading the inventory ends, and what is read is a whole document that lists its scans. */
class InventoryFuzzTest {
    private static final ReadLimits LIMITS = new ReadLimits(1 << 20, 200, 1 << 16);
    private static final ObjectMapper ORACLE =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @FuzzTest(maxDuration = "10m")
    void inventoryIsReadOnlyIfItIsWhole(byte[] content) throws IOException {
        Path file = Files.createTempFile("fuzz", ".json");
        try {
            Files.write(file, content);
            Inventory inventory = InventoryReader.read(file, LIMITS);
            JsonNode whole = ORACLE.readTree(content);
            assertThat(whole.path("ScansPerformed"))
                    .hasSize(inventory.performed().size());
            assertThat(inventory.performed()).isNotEmpty();
        } catch (UnreadableReportException expected) {
            assertThat(expected.howToFix()).isNotEmpty();
        } finally {
            Files.delete(file);
        }
    }
}
