package podo.web.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.web.operations.ProcessReading.Seen;

/** What all operators see: read at most once a second, however many pages are open, and compared with what was read before. */
@Component
class OperationsBoard {

    private static final Duration KEPT = Duration.ofSeconds(1);

    /** An older reading would give the average of a long time for a rate. */
    private static final Duration COMPARED_WITH = Duration.ofSeconds(30);

    private static final int REQUESTS = 60;

    record Shown(List<Tile> tiles, List<Seen> requests, int answered, int listed, Instant at) {

        public boolean isComplete() {
            return answered == listed;
        }
    }

    private final ProcessReader reader;
    private final Clock clock;
    private @Nullable SaleFigures last;
    private @Nullable Shown shown;

    OperationsBoard(ProcessReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    synchronized Shown show() {
        Instant now = clock.instant();
        if (shown != null && now.isBefore(shown.at().plus(KEPT))) {
            return shown;
        }
        ProcessReader.Round round = reader.read();
        SaleFigures before = last != null && now.isBefore(last.at().plus(COMPARED_WITH)) ? last : null;
        SaleFigures figures = new SaleFigures(round.readings(), now, before);
        last = figures;
        shown = new Shown(
                figures.tiles(), newest(round.readings()), round.readings().size(), round.listed(), now);
        return shown;
    }

    private static List<Seen> newest(List<ProcessReading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.requests().stream())
                .sorted(Comparator.comparing(Seen::at).reversed())
                .limit(REQUESTS)
                .toList();
    }
}
