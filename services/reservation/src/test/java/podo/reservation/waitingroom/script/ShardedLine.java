package podo.reservation.waitingroom.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One line over many shards, as docs/ten-million.md describes it: a fan lives on the shard of the fan's id, numbers are
 * one sequence, and a tick raises one serving value so far that the wanted count of fans stands below it.
 */
final class ShardedLine {

    private static final class Shard {
        final TreeMap<Long, Long> line = new TreeMap<>(); // number to fan
        final Set<Long> silent = new HashSet<>();

        /** Fans who would come in if numbers up to this one were served. */
        long ready(long upTo) {
            return line.headMap(upTo, true).values().stream()
                    .filter(fan -> !silent.contains(fan))
                    .count();
        }

        /** Admits them in order; silent ones stay aside with their numbers. */
        List<Map.Entry<Long, Long>> admit(long upTo) {
            List<Map.Entry<Long, Long>> admitted = new ArrayList<>();
            line.headMap(upTo, true).entrySet().removeIf(entry -> {
                if (silent.contains(entry.getValue())) {
                    return false;
                }
                admitted.add(Map.entry(entry.getKey(), entry.getValue()));
                return true;
            });
            return admitted;
        }
    }

    private final List<Shard> shards = new ArrayList<>();
    private long highest;
    private int questions;

    ShardedLine(int count) {
        for (int i = 0; i < count; i++) {
            shards.add(new Shard());
        }
    }

    void join(long fan, long number) {
        of(fan).line.put(number, fan);
        highest = Math.max(highest, number);
    }

    void leave(long fan) {
        of(fan).line.values().remove(fan);
    }

    void silent(long fan, boolean silent) {
        if (silent) {
            of(fan).silent.add(fan);
        } else {
            of(fan).silent.remove(fan);
        }
    }

    /** Lets in the first so many fans of all shards; the shards are asked only for counts. */
    List<Long> tick(int count) {
        long low = 0;
        long high = highest;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (ready(middle) >= count) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        long serving = low;
        return shards.stream()
                .flatMap(shard -> shard.admit(serving).stream())
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** How often shards were asked for a count so far. */
    int questions() {
        return questions;
    }

    private long ready(long upTo) {
        questions++;
        return shards.stream().mapToLong(shard -> shard.ready(upTo)).sum();
    }

    private Shard of(long fan) {
        return shards.get(Math.floorMod(Long.hashCode(fan * 0x9E3779B97F4A7C15L), shards.size()));
    }
}
