package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recurrence rules as people might write them, and some that nobody would. */
final class RandomRule {
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Random random;

    RandomRule(Random random) {
        this.random = random;
    }

    LocalDateTime start() {
        return LocalDateTime.of(2024, 1, 1, 0, 0).plusMinutes(random.nextInt(366 * 1440));
    }

    /**
     * Without what ical4j gets wrong: BYSETPOS, days counted from the end of the month that only limit, weeks in some months,
     * and several numbered weekdays, which COUNT counts twice.
     */
    String plainRule(Frequency frequency) {
        StringJoiner parts = new StringJoiner(";").add("FREQ=" + frequency).add("INTERVAL=" + (1 + random.nextInt(5)));
        if (frequency == Frequency.WEEKLY) {
            parts.add("BYDAY=" + days(frequency, false, false));
        } else if (random.nextBoolean()) {
            parts.add("BYMONTHDAY=" + list(4, () -> 1 + random.nextInt(31)));
        } else if (frequency == Frequency.MONTHLY) {
            parts.add("BYDAY=" + day(5));
        }
        if (frequency != Frequency.WEEKLY && random.nextInt(3) == 0) {
            parts.add("BYMONTH=" + list(4, () -> 1 + random.nextInt(12)));
        }
        if (random.nextInt(4) == 0) {
            parts.add("BYHOUR=" + list(3, () -> random.nextInt(24)));
        }
        if (random.nextInt(4) == 0) {
            parts.add("BYMINUTE=" + list(3, () -> random.nextInt(60)));
        }
        end(parts.add("WKST=MO"));
        return parts.toString();
    }

    String rule(Frequency frequency) {
        StringJoiner parts = new StringJoiner(";").add("FREQ=" + frequency);
        if (random.nextBoolean()) {
            parts.add("INTERVAL=" + (1 + random.nextInt(frequency.isLongerThan(Frequency.HOURLY) ? 5 : 50)));
        }
        boolean chosen = false;
        if (random.nextInt(4) == 0) {
            parts.add("BYMONTH=" + list(4, () -> 1 + random.nextInt(12)));
            chosen = true;
        }
        boolean monthDays = frequency != Frequency.WEEKLY && random.nextInt(3) == 0;
        if (monthDays) {
            parts.add("BYMONTHDAY=" + list(6, () -> (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(31))));
        }
        boolean days = random.nextInt(3) == 0;
        if (days) {
            parts.add("BYDAY=" + days(frequency, chosen, monthDays));
        }
        chosen = monthDays || days;
        if (random.nextInt(4) == 0) {
            parts.add("BYHOUR=" + list(3, () -> random.nextInt(24)));
            chosen = true;
        }
        if (random.nextInt(4) == 0) {
            parts.add("BYMINUTE=" + list(3, () -> random.nextInt(60)));
            chosen = true;
        }
        if (chosen && random.nextInt(3) == 0) {
            parts.add("BYSETPOS=" + list(2, () -> (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(4))));
        }
        if (random.nextInt(3) == 0) {
            parts.add("WKST=" + DAYS.get(random.nextInt(7)));
        }
        end(parts);
        return parts.toString();
    }

    private void end(StringJoiner parts) {
        int end = random.nextInt(6);
        if (end == 0) {
            parts.add("COUNT=" + (1 + random.nextInt(30)));
        } else if (end == 1) {
            parts.add("UNTIL=2025%02d%02dT%02d0000Z"
                    .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24)));
        }
    }

    private String day(int most) {
        return (1 + random.nextInt(most)) * (random.nextBoolean() ? 1 : -1) + DAYS.get(random.nextInt(7));
    }

    private String days(Frequency frequency, boolean months, boolean monthDays) {
        boolean counted = !monthDays && frequency.isLongerThan(Frequency.WEEKLY) && random.nextBoolean();
        int most = frequency == Frequency.YEARLY && !months ? 53 : 5;
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> (counted ? (random.nextBoolean() ? "" : "-") + (1 + random.nextInt(most)) : "")
                        + DAYS.get(random.nextInt(7)))
                .distinct()
                .collect(Collectors.joining(","));
    }

    private String list(int most, IntSupplier value) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .map(i -> value.getAsInt())
                .distinct()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }
}
