package podo.web.boxoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.web.boxoffice.BoxOfficeClient.SoldPlaces;
import podo.web.boxoffice.BoxOfficeClient.SoldSeat;
import podo.web.client.ListedEvent;
import podo.web.seats.SeatLabels.DeskArea;
import podo.web.seats.SeatLabels.DeskHall;
import podo.web.seats.SeatLabels.LabelledSeat;

/** What is on the desk: a line for each seat and place, with its kind of ticket and its price. */
record SaleSheet(List<Line> lines, boolean givenAway) {

    /** The field with a line's kind of ticket begins so; the line's own name follows. */
    static final String KIND_OF = "kind-";

    /**
     * @param field name of the field with its kind of ticket
     * @param area id of its area; null for a seat
     * @param taken whether somebody has it by now
     * @param kinds beside the usual one
     * @param kind the chosen one; null for the usual one
     * @param price whole won, of the chosen kind
     */
    record Line(
            String field,
            @Nullable LabelledSeat seat,
            @Nullable DeskArea area,
            boolean taken,
            String grade,
            long usualPrice,
            List<ListedEvent.TicketKind> kinds,
            @Nullable String kind,
            long price) {

        public String section() {
            if (seat != null) {
                return seat.section();
            }
            return area == null ? "" : area.name();
        }
    }

    /** @param fields of the form, with the kinds by {@link #KIND_OF} */
    static SaleSheet of(
            ListedEvent show,
            List<LabelledSeat> seats,
            DeskHall hall,
            Map<Long, Integer> places,
            Map<String, String> fields,
            boolean givenAway) {
        List<Line> lines = new ArrayList<>();
        for (LabelledSeat seat : seats) {
            String field = KIND_OF + "s" + seat.id();
            lines.add(line(show, field, seat, null, !seat.canBeGiven(), seat.grade(), seat.price(), fields.get(field)));
        }
        for (DeskArea area : hall.areas()) {
            int count = places.getOrDefault(area.id(), 0);
            for (int n = 0; n < count; n++) {
                String field = KIND_OF + "a" + area.id() + "-" + n;
                lines.add(line(
                        show,
                        field,
                        null,
                        area,
                        n >= area.free(),
                        area.grade().name(),
                        area.grade().price(),
                        fields.get(field)));
            }
        }
        return new SaleSheet(lines, givenAway);
    }

    private static Line line(
            ListedEvent show,
            String field,
            @Nullable LabelledSeat seat,
            @Nullable DeskArea area,
            boolean taken,
            String grade,
            long usualPrice,
            @Nullable String wanted) {
        List<ListedEvent.TicketKind> kinds = show.grades().stream()
                .filter(one -> one.name().equals(grade))
                .findFirst()
                .map(ListedEvent.Grade::kindsOrNone)
                .orElse(List.of());
        ListedEvent.TicketKind kind = kinds.stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(null);
        return new Line(
                field,
                seat,
                area,
                taken,
                grade,
                usualPrice,
                kinds,
                kind == null ? null : kind.name(),
                kind == null ? usualPrice : kind.price());
    }

    public long total() {
        return givenAway ? 0 : lines.stream().mapToLong(Line::price).sum();
    }

    public boolean hasTaken() {
        return lines.stream().anyMatch(Line::taken);
    }

    List<SoldSeat> soldSeats() {
        return lines.stream()
                .filter(line -> line.seat() != null)
                .map(line -> new SoldSeat(line.seat() == null ? 0 : line.seat().id(), line.kind()))
                .toList();
    }

    /** One entry for each kind of ticket of an area. */
    List<SoldPlaces> soldPlaces() {
        record Part(long area, String kind) {}
        Map<Part, Long> parts = lines.stream()
                .filter(line -> line.area() != null)
                .collect(Collectors.groupingBy(
                        line -> new Part(
                                line.area() == null ? 0 : line.area().id(), line.kind() == null ? "" : line.kind()),
                        java.util.LinkedHashMap::new,
                        Collectors.counting()));
        return parts.entrySet().stream()
                .map(part -> new SoldPlaces(
                        part.getKey().area(),
                        part.getValue().intValue(),
                        part.getKey().kind().isEmpty() ? null : part.getKey().kind()))
                .toList();
    }
}
