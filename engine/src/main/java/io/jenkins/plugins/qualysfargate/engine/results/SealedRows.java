package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.report.JsonOut;
import java.io.IOException;
import java.util.List;

/** A file of rows: what it must be, how many rows of which kind it must give, and where its blocks begin. */
record SealedRows(FileSeal seal, RowCounts counts, List<RowBlock> blocks) {
    SealedRows {
        blocks = List.copyOf(blocks);
    }

    static SealedRows read(Fields fields) {
        return new SealedRows(
                FileSeal.read(fields),
                new RowCounts(fields.count("findings"), fields.count("secrets"), fields.count("malware")),
                RowBlock.read(fields.list("blocks")));
    }

    void write(JsonOut json) throws IOException {
        seal.write(json);
        json.number("findings", counts.findings()).number("secrets", counts.secrets());
        json.number("malware", counts.malware());
        json.startArray("blocks");
        for (RowBlock block : blocks) {
            json.numbers(block.inFile(), block.inRows());
        }
        json.endArray();
    }
}
