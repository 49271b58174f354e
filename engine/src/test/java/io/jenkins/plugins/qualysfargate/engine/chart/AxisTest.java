package io.jenkins.plugins.qualysfargate.engine.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "4, 1, 4",
        "5, 2, 6",
        "8, 2, 8",
        "9, 5, 10",
        "20, 5, 20",
        "21, 10, 30",
        "63, 20, 80",
        "1000, 500, 1000",
        "1001, 500, 1500",
        "1000000000, 500000000, 1000000000"
    })
    void shouldEndAtARoundNumber(long most, long step, double end) {
        Axis axis = Axis.upTo(most, 4);
        assertThat(axis.step()).isEqualTo(step);
        assertThat(axis.end()).isEqualTo(end);
        assertThat(axis.ticks()).first().isEqualTo(0L);
        assertThat(axis.ticks()).last().isEqualTo((long) end);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 999, 123_456_789, 1_000_000_000_000L, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void shouldHaveFewTicksForAnyNumber(long most) {
        Axis axis = Axis.upTo(most, 4);
        assertThat(axis.ticks()).hasSizeBetween(2, 5).isSorted().allMatch(tick -> tick % axis.step() == 0);
        assertThat(axis.end()).isGreaterThanOrEqualTo((double) most);
    }

    @Test
    void shouldHaveOnlyZeroWhereThereIsNothing() {
        assertThat(Axis.upTo(0, 4).ticks()).isEqualTo(List.of(0L));
        assertThat(Axis.upTo(0, 4).end()).isZero();
    }

    @Test
    void shouldShareTheFinestStepThatLeavesRoomForBoth() {
        assertThat(Axis.step(6, 14, 27)).isEqualTo(10);
        assertThat(Axis.step(6, 0, 27)).isEqualTo(5);
        assertThat(Axis.step(6, Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(5_000_000_000_000_000_000L);
    }

    @Test
    void shouldNotGiveARoundNumberOfRoomToWhatIsLessThanAStep() {
        Axis little = new Axis(500, 3);
        assertThat(little.end()).isEqualTo(3);
        assertThat(little.ticks()).containsExactly(0L);
    }
}
