package io.jenkins.plugins.qualysfargate.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void shouldKeepTheLastPointsAndCountTheOthers() {
        List<TrendPoint> points = IntStream.rangeClosed(1, Trend.MOST + 7)
                .mapToObj(i -> TrendPoint.indeterminate("#" + i))
                .toList();

        Trend trend = new Trend(points, 100);

        assertThat(trend.points()).hasSize(Trend.MOST);
        assertThat(trend.points().get(0).label()).isEqualTo("#8");
        assertThat(trend.points()).last().isEqualTo(points.get(points.size() - 1));
        assertThat(trend.leftOut()).isEqualTo(107);
        assertThat(Trend.of(points.subList(0, Trend.MOST)).leftOut()).isZero();
    }

    @Test
    void shouldHaveNoNumbersWhereThereIsNoAnswer() {
        assertThat(new TrendPoint("#1", VerdictKind.INDETERMINATE, 5L, 1L, 2L))
                .isEqualTo(TrendPoint.indeterminate("#1"));
        assertThat(TrendPoint.indeterminate("#1").compared()).isFalse();
    }

    @Test
    void shouldTakeANegativeNumberForNone() {
        assertThat(new TrendPoint("#1", VerdictKind.PASS, -1L, Long.MIN_VALUE, 0L))
                .isEqualTo(new TrendPoint("#1", VerdictKind.PASS, null, null, 0L));
    }

    @Test
    void shouldCutALongLabel() {
        assertThat(TrendPoint.indeterminate("x".repeat(10_000)).label()).hasSize(TrendPoint.LONGEST_LABEL + 1);
    }
}
