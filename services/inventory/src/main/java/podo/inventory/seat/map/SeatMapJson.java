package podo.inventory.seat.map;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import podo.contracts.inventory.SeatState;
import podo.inventory.drawing.HallDrawing;
import podo.inventory.seat.Hall;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatRuns;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a hall's seats as JSON. Everything but the state of a seat is written once per hall and then copied as bytes, which is
 * about a hundred times as fast as a JSON mapper for answers that are read a thousand times a second.
 */
final class SeatMapJson {

    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Hall hall;
    private final CachedSeatMapResponse.Body layout;
    private final SeatRuns runs;
    private volatile byte @Nullable [][] seatPrefixes;

    SeatMapJson(Hall hall) {
        this.hall = hall;
        this.runs = new SeatRuns(hall.seats());
        this.layout = new CachedSeatMapResponse.Body(this::writeLayout);
    }

    Hall hall() {
        return hall;
    }

    SeatRuns runs() {
        return runs;
    }

    /**
     * The lasting half in short form: {@code seats: [[seq, section, row, number, grade, accessible, x, y]]}, where
     * accessible is 0, 1, or 2 for a companion seat, and where there are any {@code areas: [[id, name, grade, capacity, x, y, width, height]]}. Where the plan
     * draws more, {@code shapes} are the stage and what else is drawn, and {@code views: [[seq, note]]} the seats from which not all of the
     * stage is seen.
     */
    CachedSeatMapResponse.Body layout() {
        return layout;
    }

    /** Every seat with its state and every area with what is left, as the public contract has it. */
    byte[] seats(long version, byte[] letters, int[] available) {
        byte[][] prefixes = seatPrefixes();
        ByteArrayOutputStream out = new ByteArrayOutputStream(160 * letters.length + 64);
        out.writeBytes(("{\"version\":" + version + ",\"seats\":[").getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < letters.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(prefixes[i]);
            out.writeBytes(SeatState.of(letters[i]).name().getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(END);
        }
        out.writeBytes(("],\"areas\":[" + areas(available) + "]}").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private String areas(int[] available) {
        return IntStream.range(0, available.length)
                .mapToObj(i -> {
                    Hall.Area area = hall.areas().get(i);
                    Hall.Grade grade = hall.grade(area);
                    return "{\"id\":" + area.id() + ",\"name\":" + quoted(area.name()) + ",\"grade\":"
                            + quoted(grade.name()) + ",\"price\":" + grade.price() + ",\"capacity\":" + area.capacity()
                            + ",\"available\":" + available[i] + "}";
                })
                .collect(Collectors.joining(","));
    }

    private String layoutAreas() {
        String areas = hall.areas().stream()
                .map(area -> "[" + area.id() + "," + quoted(area.name()) + "," + area.grade() + "," + area.capacity()
                        + "," + area.x() + "," + area.y() + "," + area.width() + "," + area.height() + "]")
                .collect(Collectors.joining(","));
        return areas.isEmpty() ? "" : ",\"areas\":[" + areas + "]";
    }

    private byte[] writeLayout() {
        Map<String, Integer> sections = new HashMap<>();
        StringBuilder seats = new StringBuilder();
        StringBuilder names = new StringBuilder();
        for (Seat seat : hall.seats()) {
            int section = sections.computeIfAbsent(seat.section(), name -> {
                names.append(names.isEmpty() ? "" : ",").append(quoted(name));
                return sections.size();
            });
            seats.append(seats.isEmpty() ? "[" : ",[")
                    .append(seat.seq())
                    .append(',')
                    .append(section)
                    .append(',');
            seats.append(quoted(seat.row()))
                    .append(',')
                    .append(seat.number())
                    .append(',')
                    .append(seat.grade());
            seats.append(',')
                    .append(seat.accessible() ? 1 : seat.companion() ? 2 : 0)
                    .append(',')
                    .append(seat.x())
                    .append(',');
            seats.append(seat.y()).append(']');
        }
        return ("{\"version\":" + hall.revision() + ",\"accessibleKeptUntil\":\"" + hall.keptUntil()
                        + "\",\"grades\":[" + grades(hall.grades()) + "],\"sections\":[" + names + "],\"seats\":["
                        + seats + "]" + layoutAreas() + drawing() + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String drawing() {
        HallDrawing drawing = hall.drawing();
        String shapes = drawing.shapes().isEmpty() ? "" : ",\"shapes\":" + JSON.writeValueAsString(drawing.shapes());
        String views = String.join(
                ",",
                drawing.views().stream()
                        .map(view -> "[" + view.seq() + "," + quoted(view.note()) + "]")
                        .toList());
        return shapes + (views.isEmpty() ? "" : ",\"views\":[" + views + "]");
    }

    private static String grades(List<Hall.Grade> grades) {
        return String.join(
                ",",
                grades.stream()
                        .map(grade -> "{\"name\":" + quoted(grade.name()) + ",\"price\":" + grade.price() + "}")
                        .toList());
    }

    private byte[][] seatPrefixes() {
        byte[][] written = seatPrefixes;
        if (written == null) {
            written = hall.seats().stream().map(this::seatPrefix).toArray(byte[][]::new);
            seatPrefixes = written;
        }
        return written;
    }

    private byte[] seatPrefix(Seat seat) {
        Hall.Grade grade = hall.grade(seat);
        return ("{\"id\":" + seat.id() + ",\"section\":" + quoted(seat.section()) + ",\"row\":" + quoted(seat.row())
                        + ",\"number\":" + seat.number() + ",\"grade\":" + quoted(grade.name()) + ",\"price\":"
                        + grade.price() + ",\"accessible\":" + seat.accessible() + ",\"status\":\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
