package io.jenkins.plugins.qualysfargate.engine.sarif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The layers of an image, each kept once: every package names one of a few dozen, in seventy characters. */
final class LayerTable {
    /** No real image has more than 127 layers, the most that overlay file systems stack. */
    private static final int MOST = 128;

    private final List<byte[]> layers = new ArrayList<>();
    private int last;

    /** The number of this layer, counted from 1; 0 if it is not present, or one too many to be kept. */
    int indexOf(Text layer) {
        if (layer.isBlank()) {
            return 0;
        }
        if (last > 0 && is(last - 1, layer)) {
            return last;
        }
        for (int i = 0; i < layers.size(); i++) {
            if (is(i, layer)) {
                last = i + 1;
                return last;
            }
        }
        if (layers.size() == MOST) {
            return 0;
        }
        layers.add(Arrays.copyOf(layer.bytes(), layer.length()));
        last = layers.size();
        return last;
    }

    String get(int index) {
        return new String(layers.get(index - 1), StandardCharsets.UTF_8);
    }

    private boolean is(int index, Text layer) {
        byte[] known = layers.get(index);
        return Arrays.equals(known, 0, known.length, layer.bytes(), 0, layer.length());
    }
}
