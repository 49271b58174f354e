package io.jenkins.plugins.qualysfargate.engine.chart;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis of whole numbers from zero.
 *
 * @param step between two ticks: 1, 2 or 5, or one of these with zeros behind it
 * @param most the largest number that is drawn
 */
record Axis(long step, long most) {

    /** @param intervals at most so many between zero and the end; 2 or more */
    static Axis upTo(long most, int intervals) {
        return new Axis(step(intervals, most), most);
    }

    /**
     * The finest step in which axes that share it have no more intervals than these together.
     *
     * @param intervals two for each axis, or more
     */
    static long step(int intervals, long... mosts) {
        long power = 1;
        while (true) {
            // Ends before a long does: two steps of 5 * 10^18 hold any number.
            for (long step : new long[] {power, 2 * power, 5 * power}) {
                // As doubles, because two of the largest numbers make no long.
                if (Arrays.stream(mosts)
                                .mapToDouble(most -> roundedUp(most, step))
                                .sum()
                        <= intervals) {
                    return step;
                }
            }
            power *= 10;
        }
    }

    private static long roundedUp(long most, long step) {
        return most == 0 ? 0 : (most - 1) / step + 1;
    }

    /** The number at the end: the first tick from the largest number on, or that itself if the first tick is beyond it. */
    double end() {
        return most < step ? most : (double) roundedUp(most, step) * step;
    }

    /** Zero and the ticks up to the end. */
    List<Long> ticks() {
        long last = most < step ? 0 : Math.min(roundedUp(most, step), Long.MAX_VALUE / step);
        return LongStream.rangeClosed(0, last).map(tick -> tick * step).boxed().toList();
    }
}
