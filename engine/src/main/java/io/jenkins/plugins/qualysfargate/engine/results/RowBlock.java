package io.jenkins.plugins.qualysfargate.engine.results;

import java.util.ArrayList;
import java.util.List;

/**
 * Some rows that are compressed for themselves, so that a few rows can be read without those before them.
 *
 * @param inFile where it begins, in bytes of the file
 * @param inRows where it begins, in bytes of all rows uncompressed
 */
record RowBlock(long inFile, long inRows) {

    /** The last block that begins at this byte of the rows or before it. */
    static RowBlock of(List<RowBlock> blocks, long inRows) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).inRows() <= inRows) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return blocks.get(low);
    }

    /** @throws IllegalArgumentException if they are no blocks, one after the other from the beginning of a file */
    static List<RowBlock> read(List<?> written) {
        List<RowBlock> blocks = new ArrayList<>();
        for (Object each : written) {
            if (!(each instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof Long inFile
                    && pair.get(1) instanceof Long inRows)) {
                throw new IllegalArgumentException("the blocks are not pairs of whole numbers");
            }
            blocks.add(new RowBlock(inFile, inRows));
        }
        RowBlock last = new RowBlock(-1, -1);
        for (RowBlock each : blocks) {
            if (each.inFile <= last.inFile || each.inRows <= last.inRows) {
                throw new IllegalArgumentException("the blocks do not follow each other");
            }
            last = each;
        }
        if (blocks.isEmpty() || !blocks.get(0).equals(new RowBlock(0, 0))) {
            throw new IllegalArgumentException("the blocks do not start at the beginning");
        }
        return List.copyOf(blocks);
    }
}
