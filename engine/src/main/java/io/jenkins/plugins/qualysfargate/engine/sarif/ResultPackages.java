package io.jenkins.plugins.qualysfargate.engine.sarif;

/** Decides which packages a result is about, from the most exact statement to the loosest, and adds them to its row. */
final class ResultPackages {
    private final RecordWriter body = new RecordWriter();

    void link(FindingTable table, int row, ResultFields result) {
        if (table.lacksRule(row) && !result.message.isBlank()) {
            body.beginLinked();
            LinkedRecords.encodeMessage(body, result.message);
            table.link(row, body);
        }
        for (int i = 0; i < result.packages.count(); i++) {
            link(table, row, result, result.packages.get(i));
        }
        if (result.packages.count() > 0) {
            return;
        }
        if (result.flat.name().isBlank()) {
            DescribedPackage.fill(result);
        }
        if (!result.flat.name().isBlank()) {
            link(table, row, result, result.flat);
        }
    }

    private void link(FindingTable table, int row, ResultFields result, PackageFields affected) {
        body.beginLinked();
        LinkedRecords.encodePackage(body, result.path, affected, table.layers().indexOf(affected.layer()));
        table.link(row, body);
    }
}
