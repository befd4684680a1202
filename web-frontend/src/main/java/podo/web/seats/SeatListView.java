package podo.web.seats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatState;
import podo.web.seats.HallPlan.Grade;
import podo.web.seats.HallPlan.Seat;

/**
 * An event's seats as the list shows them: sections with their free seats, and the rows of one section.
 *
 * @param states one letter per seat in plan order, see {@link SeatState#letter()}
 * @param freePlaces per standing area in plan order
 * @param accessible the fan needs accessible seats; those reserved for such fans count as free
 */
record SeatListView(HallPlan plan, String states, List<Integer> freePlaces, boolean accessible) {

    /**
     * A standing area in the list.
     *
     * @param most how many places one fan may choose
     * @param chosen never more than are free
     */
    record ListedArea(long id, String name, int gradeIndex, Grade grade, int free, int capacity, int most, int chosen) {

        /** Whether a fan can choose so many places now. */
        public boolean has(int places) {
            return places <= free;
        }
    }

    /** @param free number of seats that this fan can hold now */
    record Section(int index, String name, int free, int total, long from) {}

    /** What a seat is for: its CSS class, and the message that says it after the seat's number. */
    enum Place {
        PLAIN("", null),
        ACCESSIBLE("acc", "seats.place.accessible"),
        COMPANION("companion", "seats.place.companion");

        private final String style;
        private final @Nullable String words;

        Place(String style, @Nullable String words) {
            this.style = style;
            this.words = words;
        }

        static Place of(Seat seat) {
            if (seat.accessible()) {
                return ACCESSIBLE;
            }
            return seat.companion() ? COMPANION : PLAIN;
        }

        public String style() {
            return style;
        }

        public @Nullable String words() {
            return words;
        }
    }

    record ListedSeat(
            int seq,
            int number,
            boolean free,
            Place place,
            boolean chosen,
            @Nullable String view) {}

    record Row(String row, int gradeIndex, Grade grade, List<ListedSeat> seats) {}

    record ChosenSeat(int seq, String section, String row, int number, Grade grade) {}

    /** The same for a fan for whom seats and areas of these grades are not on sale yet. */
    SeatListView without(Set<Integer> closedGrades) {
        if (closedGrades.isEmpty()) {
            return this;
        }
        StringBuilder left = new StringBuilder(states);
        for (Seat seat : plan.seats()) {
            if (closedGrades.contains(seat.grade()) && seat.seq() <= left.length()) {
                left.setCharAt(seat.seq() - 1, SeatState.BLOCKED.letter());
            }
        }
        List<Integer> places = IntStream.range(0, freePlaces.size())
                .mapToObj(i ->
                        closedGrades.contains(plan.areas().get(i).grade()) ? Integer.valueOf(0) : freePlaces.get(i))
                .toList();
        return new SeatListView(plan, left.toString(), places, accessible);
    }

    boolean isFree(int seq) {
        if (seq < 1 || seq > states.length()) {
            return false;
        }
        char letter = states.charAt(seq - 1);
        return letter == SeatState.AVAILABLE.letter()
                || accessible
                        && letter == SeatState.BLOCKED.letter()
                        && plan.seat(seq).filter(Seat::isReserved).isPresent();
    }

    SeatState stateOf(int seq) {
        return seq < 1 || seq > states.length() ? SeatState.BLOCKED : SeatState.of((byte) states.charAt(seq - 1));
    }

    /** Index of the first section with a free accessible seat, 0 when there is none. */
    int firstAccessibleSection() {
        return plan.seats().stream()
                .filter(seat -> seat.accessible() && isFree(seat.seq()))
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
            free[section] += isFree(seat.seq()) ? 1 : 0;
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            sections.add(new Section(i, plan.sections().get(i), free[i], total[i], from[i]));
        }
        Set<Integer> listed = listsAccessible() ? sectionsWithAccessible() : Set.of();
        return listed.isEmpty()
                ? sections
                : sections.stream()
                        .filter(section -> listed.contains(section.index()))
                        .toList();
    }

    /** Whether only rows with accessible or companion seats are listed: who asks for them is not to search among all others. */
    private boolean listsAccessible() {
        return accessible && plan.seats().stream().anyMatch(Seat::isReserved);
    }

    private Set<Integer> sectionsWithAccessible() {
        return plan.seats().stream().filter(Seat::isReserved).map(Seat::section).collect(Collectors.toSet());
    }

    /** Of a fan who asks for accessible seats, those with such a seat alone, and with a chosen one. */
    List<Row> rows(int section, Set<Integer> chosen) {
        Map<String, List<ListedSeat>> rows = new LinkedHashMap<>();
        Map<String, Seat> first = new LinkedHashMap<>();
        for (Seat seat : plan.seats()) {
            if (seat.section() == section) {
                String key = seat.row() + " " + seat.grade();
                first.putIfAbsent(key, seat);
                rows.computeIfAbsent(key, row -> new ArrayList<>())
                        .add(new ListedSeat(
                                seat.seq(),
                                seat.number(),
                                isFree(seat.seq()),
                                Place.of(seat),
                                chosen.contains(seat.seq()) && isFree(seat.seq()),
                                seat.view()));
            }
        }
        boolean onlyAccessible = listsAccessible();
        return rows.entrySet().stream()
                .filter(row -> !onlyAccessible
                        || row.getValue().stream().anyMatch(seat -> seat.place() != Place.PLAIN || seat.chosen()))
                .map(row -> {
                    Seat seat = Objects.requireNonNull(first.get(row.getKey()));
                    return new Row(seat.row(), seat.grade(), plan.grades().get(seat.grade()), row.getValue());
                })
                .toList();
    }

    /** @param chosen places by area id */
    List<ListedArea> areas(Map<Long, Integer> chosen, int most) {
        List<ListedArea> areas = new ArrayList<>();
        for (int i = 0; i < plan.areas().size(); i++) {
            HallPlan.Area area = plan.areas().get(i);
            int free = i < freePlaces.size() ? freePlaces.get(i) : 0;
            int wanted = Math.clamp(chosen.getOrDefault(area.id(), 0), 0, most);
            areas.add(new ListedArea(
                    area.id(),
                    area.name(),
                    area.grade(),
                    plan.grades().get(area.grade()),
                    free,
                    area.capacity(),
                    most,
                    Math.min(wanted, free)));
        }
        return areas;
    }

    /** Labels and grades of these seats; unknown numbers are skipped. */
    List<ChosenSeat> describe(Iterable<Integer> seqs) {
        List<ChosenSeat> described = new ArrayList<>();
        for (int seq : seqs) {
            plan.seat(seq)
                    .ifPresent(seat -> described.add(new ChosenSeat(
                            seq,
                            plan.sections().get(seat.section()),
                            seat.row(),
                            seat.number(),
                            plan.grades().get(seat.grade()))));
        }
        return described;
    }
}
