package podo.inventory.seat.hall;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import podo.contracts.event.Show;
import podo.inventory.seat.SaleEnds;
import podo.inventory.seat.hall.HallAreaWriter.LaidArea;
import podo.inventory.seat.hall.HallChange.Decision;

/**
 * Applies a change of an event to its hall, or refuses it, in one transaction. It locks the hall, its areas and all its seats, so a hold comes
 * wholly before the change and keeps its price, or wholly after it and fails on the hall's revision, to be tried again at the
 * new price. A question is decided once: its repetition, and its late arrival after a repetition, get the first decision.
 */
@Component
class HallChanges {

    private record HallRow(
            boolean cancelled,
            int showRevision,
            int askedRevision,
            @Nullable String refusal) {}

    private final JdbcClient jdbc;
    private final HallUpdates hallUpdates;
    private final HallSeatWriter seatWriter;
    private final HallAreaWriter areaWriter;
    private final ApplicationEventPublisher applicationEvents;
    private final Clock clock;

    HallChanges(
            JdbcClient jdbc,
            HallUpdates hallUpdates,
            HallSeatWriter seatWriter,
            HallAreaWriter areaWriter,
            ApplicationEventPublisher applicationEvents,
            Clock clock) {
        this.jdbc = jdbc;
        this.hallUpdates = hallUpdates;
        this.seatWriter = seatWriter;
        this.areaWriter = areaWriter;
        this.applicationEvents = applicationEvents;
        this.clock = clock;
    }

    @Transactional
    Decision decide(long eventId, HallChange change) {
        Show show = change.show();
        HallRow hall = lockOrInsert(eventId, show);
        if (show.revision() == hall.showRevision()) {
            return Decision.APPLIED;
        }
        if (show.revision() == hall.askedRevision()) {
            return new Decision(hall.refusal());
        }
        if (show.revision() < Math.max(hall.showRevision(), hall.askedRevision())) {
            return new Decision("outdated");
        }
        Optional<String> refusal = hall.cancelled() ? Optional.of("event-cancelled") : findRefusal(eventId, change);
        recordDecision(eventId, show.revision(), refusal.orElse(null));
        if (refusal.isPresent()) {
            return new Decision(refusal.get());
        }
        hallUpdates.apply(eventId, show, clock.instant());
        if (change.plan() != null) {
            seatWriter.lay(change.plan(), change.whileFree().contains("venueId"));
        }
        hallUpdates.updateSeatRevisions(eventId);
        applicationEvents.publishEvent(new SaleEnds(eventId, show.salesEndAt()));
        return Decision.APPLIED;
    }

    /** The message that publishes the event may not have arrived yet. */
    private HallRow lockOrInsert(long eventId, Show show) {
        return lock(eventId)
                .orElseGet(() -> hallUpdates.insert(eventId, show, clock.instant())
                        ? new HallRow(false, 0, 0, null)
                        : lock(eventId).orElseThrow());
    }

    private Optional<HallRow> lock(long eventId) {
        return jdbc.sql(
                        "SELECT cancelled, show_revision, asked_revision, refusal FROM hall WHERE event_id = ? FOR UPDATE")
                .param(eventId)
                .query((row, n) -> new HallRow(
                        row.getBoolean("cancelled"),
                        row.getInt("show_revision"),
                        row.getInt("asked_revision"),
                        row.getString("refusal")))
                .optional();
    }

    private Optional<String> findRefusal(long eventId, HallChange change) {
        List<LaidArea> areas = areaWriter.lock(eventId);
        List<LaidSeat> seats = seatWriter.lockSeats(eventId);
        if (seats.stream().anyMatch(LaidSeat::sold) || areas.stream().anyMatch(LaidArea::sold)) {
            return change.isForBuyersToo() ? findRefusalOnceSold(change, seats, areas) : Optional.of("already-sold");
        }
        List<LaidSeat> held = seats.stream().filter(LaidSeat::held).toList();
        if (held.isEmpty() && areas.stream().noneMatch(LaidArea::held)) {
            return Optional.empty();
        }
        if (!change.whileFree().isEmpty()) {
            return Optional.of("seats-held");
        }
        if (change.plan() == null) {
            return Optional.empty();
        }
        boolean same =
                HallSeatWriter.hasSameSeats(change.plan(), seats) && HallAreaWriter.hasSameAreas(change.plan(), areas);
        return same && keepsGrades(change.plan(), held, areas, LaidArea::held)
                ? Optional.empty()
                : Optional.of(same ? "grade-held" : "seats-held");
    }

    /** Somebody always holds a seat of a show that sells: what moves then is told to buyers, and holds keep their prices. */
    private static Optional<String> findRefusalOnceSold(HallChange change, List<LaidSeat> seats, List<LaidArea> areas) {
        ShowPlan plan = change.plan();
        if (plan == null) {
            return Optional.empty();
        }
        if (!HallSeatWriter.hasSameSeats(plan, seats) || !HallAreaWriter.hasSameAreas(plan, areas)) {
            return Optional.of("already-sold");
        }
        if (!keepsGrades(plan, seats.stream().filter(LaidSeat::sold).toList(), areas, LaidArea::sold)) {
            return Optional.of("grade-sold");
        }
        return keepsGrades(plan, seats.stream().filter(LaidSeat::held).toList(), areas, LaidArea::held)
                ? Optional.empty()
                : Optional.of("grade-held");
    }

    /** What is held or sold may get another price, which its hold does not; its grade keeps its name. */
    private static boolean keepsGrades(
            ShowPlan plan, List<LaidSeat> seats, List<LaidArea> areas, Predicate<LaidArea> kept) {
        boolean sameAreas = IntStream.range(0, areas.size())
                .filter(i -> kept.test(areas.get(i)))
                .allMatch(i ->
                        plan.areasOrNone().get(i).grade().equals(areas.get(i).grade()));
        return sameAreas
                && seats.stream()
                        .map(LaidSeat::place)
                        .allMatch(place ->
                                plan.seats().get(place.seq() - 1).grade().equals(place.grade()));
    }

    private void recordDecision(long eventId, int revision, @Nullable String refusal) {
        jdbc.sql("UPDATE hall SET asked_revision = :revision, refusal = :refusal WHERE event_id = :event")
                .param("revision", revision)
                .param("refusal", refusal)
                .param("event", eventId)
                .update();
    }
}
