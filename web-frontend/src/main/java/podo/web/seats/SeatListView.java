package podo.web.seats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podo.web.seats.HallPlan.Grade;
import podo.web.seats.HallPlan.Seat;

/**
 * The hall as the list shows it: sections with what is free in them, and the rows of one section.
 *
 * @param accessible the fan needs accessible seats: those that are kept for such fans are free for this one
 */
record SeatListView(HallPlan plan, String letters, boolean accessible) {

    /** @param free seats that a plain hold would get now */
    record Section(int index, String name, int free, int total, long from) {}

    record Place(int seq, int number, boolean free, boolean accessible, boolean chosen) {}

    record Row(String row, int gradeIndex, Grade grade, List<Place> places) {}

    record Choice(int seq, String section, String row, int number, Grade grade) {}

    boolean free(int seq) {
        if (seq < 1 || seq > letters.length()) {
            return false;
        }
        char letter = letters.charAt(seq - 1);
        return letter == 'a'
                || accessible
                        && letter == 'b'
                        && plan.seat(seq).filter(Seat::isKept).isPresent();
    }

    /** The first section with a free seat that is accessible, for a fan who needs one. */
    int firstAccessible() {
        return plan.seats().stream()
                .filter(seat -> seat.accessible() && free(seat.seq()))
                .findFirst()
                .map(Seat::section)
                .orElse(0);
    }

    List<Section> sections() {
        int[] free = new int[plan.sections().size()];
        int[] total = new int[free.length];
        long[] from = new long[free.length];
        for (Seat seat : plan.seats()) {
            int section = seat.section();
            total[section]++;
            long price = plan.grades().get(seat.grade()).price();
            from[section] = total[section] == 1 ? price : Math.min(from[section], price);
            free[section] += free(seat.seq()) ? 1 : 0;
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            sections.add(new Section(i, plan.sections().get(i), free[i], total[i], from[i]));
        }
        return sections;
    }

    List<Row> rows(int section, Set<Integer> chosen) {
        Map<String, List<Place>> rows = new LinkedHashMap<>();
        Map<String, Seat> first = new LinkedHashMap<>();
        for (Seat seat : plan.seats()) {
            if (seat.section() == section) {
                String key = seat.row() + " " + seat.grade();
                first.putIfAbsent(key, seat);
                rows.computeIfAbsent(key, row -> new ArrayList<>())
                        .add(new Place(
                                seat.seq(),
                                seat.number(),
                                free(seat.seq()),
                                seat.accessible(),
                                chosen.contains(seat.seq()) && free(seat.seq())));
            }
        }
        return rows.entrySet().stream()
                .map(row -> {
                    Seat seat = java.util.Objects.requireNonNull(first.get(row.getKey()));
                    return new Row(seat.row(), seat.grade(), plan.grades().get(seat.grade()), row.getValue());
                })
                .toList();
    }

    /** These seats in words; unknown numbers are left out. */
    List<Choice> choices(Iterable<Integer> seqs) {
        List<Choice> choices = new ArrayList<>();
        for (int seq : seqs) {
            plan.seat(seq)
                    .ifPresent(seat -> choices.add(new Choice(
                            seq,
                            plan.sections().get(seat.section()),
                            seat.row(),
                            seat.number(),
                            plan.grades().get(seat.grade()))));
        }
        return choices;
    }
}
