package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A cron line and, beside it, what it means, each made from the same numbers and neither from the other. */
record RandomCron(String text, List<Set<Integer>> values, boolean either) {
    private static final int[] LEAST = {0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 23, 31, 12, 6};

    static RandomCron make(Random random) {
        StringBuilder text = new StringBuilder();
        List<Set<Integer>> values = new ArrayList<>();
        for (int field = 0; field < LEAST.length; field++) {
            boolean any = random.nextInt(field < 2 ? 4 : 2) == 0;
            Set<Integer> of = new TreeSet<>();
            text.append(field == 0 ? "" : " ").append(any ? any(field, random, of) : some(field, random, of));
            values.add(of);
        }
        String[] fields = text.toString().split(" ");
        return new RandomCron(text.toString(), values, !fields[2].startsWith("*") && !fields[4].startsWith("*"));
    }

    private static String any(int field, Random random, Set<Integer> of) {
        int step = random.nextInt(4) == 0 ? 2 + random.nextInt(5) : 1;
        for (int value = LEAST[field]; value <= MOST[field]; value += step) {
            of.add(value);
        }
        return step == 1 ? "*" : "*/" + step;
    }

    private static String some(int field, Random random, Set<Integer> of) {
        int entries = 1 + random.nextInt(3);
        return random.ints(entries, LEAST[field], MOST[field] + 1)
                .mapToObj(first -> {
                    int last = Math.min(MOST[field], first + random.nextInt(4));
                    int step = 1 + random.nextInt(last - first + 1);
                    for (int value = first; value <= last; value += step) {
                        of.add(value);
                    }
                    return last == first ? Integer.toString(first) : first + "-" + last + "/" + step;
                })
                .collect(Collectors.joining(","));
    }

    boolean isDue(LocalDateTime time) {
        boolean ofMonth = values.get(2).contains(time.getDayOfMonth());
        boolean ofWeek = values.get(4).contains(time.getDayOfWeek().getValue() % 7);
        return values.get(0).contains(time.getMinute())
                && values.get(1).contains(time.getHour())
                && values.get(3).contains(time.getMonthValue())
                && (either ? ofMonth || ofWeek : ofMonth && ofWeek);
    }
}
