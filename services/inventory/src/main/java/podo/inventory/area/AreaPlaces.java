package podo.inventory.area;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import podo.inventory.area.AreaHistory.Entry;
import podo.inventory.area.AreaRows.Taken;
import podo.inventory.seat.SeatHistory.Cause;

/**
 * Takes, sells and frees places, within the transaction of the hold. An area's count includes places whose time is over: they are free
 * by the clock, and are taken off the count by whoever finds it too high, in the transaction that takes places, or by the sweeper.
 * Locks: the hold's row, then areas by id, then {@code area_hold} by id, then seats.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AreaPlaces {

    private final AreaRows rows;
    private final AreaHistory history;
    private final Clock clock;

    AreaPlaces(AreaRows rows, AreaHistory history, Clock clock) {
        this.rows = rows;
        this.history = history;
        this.clock = clock;
    }

    /** What is left in these areas now, by area; needs no transaction. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<Long, AreaLook> look(Collection<Long> areaIds) {
        return rows.look(areaIds).stream().collect(Collectors.toMap(AreaLook::areaId, look -> look));
    }

    /** Takes the places of all claims, one conditional UPDATE per area; throws {@link AreaShort} when that leaves one out. */
    public void take(List<PlacesClaim> claims, int revision) {
        rows.insert(claims);
        history.record(Cause.HELD, claims.stream().map(Entry::of).toList());
        Instant earliestEnd =
                claims.stream().map(PlacesClaim::endsAt).min(Instant::compareTo).orElseThrow();
        sums(claims).forEach((areaId, places) -> takeFrom(areaId, places, revision, earliestEnd));
    }

    /** @param ownEnd places that end at this time or later are this transaction's own, and stay counted */
    private void takeFrom(long areaId, int places, @Nullable Integer revision, Instant ownEnd) {
        if (rows.add(areaId, places, revision)) {
            return;
        }
        Instant now = clock.instant();
        Instant latest = now.isBefore(ownEnd) ? now : ownEnd.minusMillis(1);
        if (reclaim(areaId, latest) == 0 || !rows.add(areaId, places, revision)) {
            throw new AreaShort();
        }
    }

    private static Map<Long, Integer> sums(List<PlacesClaim> claims) {
        return claims.stream()
                .collect(Collectors.groupingBy(
                        PlacesClaim::areaId, TreeMap::new, Collectors.summingInt(PlacesClaim::places)));
    }

    /** Gives the hold's places the hold's end; returns in how many areas they are still its own. */
    public int extend(String holdId, Instant end) {
        List<Taken> own = rows.lockOf(List.of(holdId));
        if (!own.isEmpty()) {
            rows.setEnd(own, end);
        }
        return own.size();
    }

    /** Ends the places of these holds at this time at the latest. */
    public void shorten(Collection<String> holdIds, Instant latest) {
        List<Taken> longer = holdIds.isEmpty()
                ? List.of()
                : rows.lockOf(holdIds).stream()
                        .filter(row -> row.endsAt().isAfter(latest))
                        .toList();
        if (!longer.isEmpty()) {
            rows.setEnd(longer, latest);
        }
    }

    /** Frees the places that are still the hold's. */
    public void free(String holdId, Cause cause) {
        List<Long> areas = rows.areasOf(holdId);
        if (areas.isEmpty()) {
            return;
        }
        rows.lock(areas);
        end(rows.lockOf(List.of(holdId)), cause);
    }

    /** Sells the places: those that are still the hold's, or as many others; throws {@link AreaShort} when there are too few. */
    public void sell(List<PlacesClaim> claims) {
        List<Taken> own =
                rows.lockOf(claims.stream().map(PlacesClaim::holdId).distinct().toList());
        if (!own.isEmpty()) {
            rows.delete(own); // they stay counted, now by their rows in sold_seat
        }
        List<Long> kept = own.stream().map(Taken::areaId).toList();
        sums(claims.stream().filter(claim -> !kept.contains(claim.areaId())).toList())
                .forEach((areaId, places) -> takeFrom(areaId, places, null, Instant.MAX));
        history.record(Cause.SOLD, claims.stream().map(Entry::of).toList());
    }

    /** Writes down that sold places belong to other holds now; their area's count stays. */
    public void recordPassed(List<PlacesClaim> claims, String giverHold, long giver) {
        history.record(
                Cause.OFFERED_BACK,
                claims.stream()
                        .map(claim -> new Entry(claim.areaId(), giver, giverHold, claim.places()))
                        .toList());
        history.record(Cause.SOLD, claims.stream().map(Entry::of).toList());
    }

    /** Makes sold places held by nobody until {@code availableAt}. */
    public void returnToSale(Map<Long, Integer> placesByArea, String holdId, Instant availableAt) {
        placesByArea.forEach((areaId, places) -> {
            rows.insertReturning(areaId, places, availableAt);
            history.record(Cause.REFUNDED, List.of(new Entry(areaId, 0, holdId, places)));
        });
    }

    /** Takes all places that are not sold from their holds, because the event was cancelled: a late payment finds none. */
    public void endAll(long eventId) {
        List<Long> areas = rows.areasOfEvent(eventId);
        if (!areas.isEmpty()) {
            rows.lock(areas);
            end(rows.lockIn(areas), Cause.BLOCKED);
        }
    }

    /** An area from whose count ended places were taken off. */
    public record Reclaimed(long eventId, long areaId) {}

    /** Takes the ended places of one area off its count; empty when there are none. */
    @Transactional
    public Optional<Reclaimed> reclaimEnded(long areaId) {
        return reclaim(areaId, clock.instant()) == 0
                ? Optional.empty()
                : Optional.of(new Reclaimed(rows.eventOf(areaId), areaId));
    }

    /** Areas for {@link #reclaimEnded}. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Long> findWithEnded(int limit) {
        return rows.findWithEnded(limit);
    }

    private int reclaim(long areaId, Instant latest) {
        rows.lock(List.of(areaId));
        List<Taken> ended = rows.lockEnded(areaId, latest);
        end(ended.stream().filter(row -> row.holdId() != null).toList(), Cause.LAPSED);
        end(ended.stream().filter(row -> row.holdId() == null).toList(), Cause.RETURNED);
        return ended.size();
    }

    /** The areas are locked. */
    private void end(List<Taken> ended, Cause cause) {
        if (ended.isEmpty()) {
            return;
        }
        rows.delete(ended);
        ended.stream()
                .collect(Collectors.groupingBy(Taken::areaId, TreeMap::new, Collectors.summingInt(Taken::places)))
                .forEach(rows::subtract);
        history.record(
                cause,
                ended.stream()
                        .map(row -> new Entry(row.areaId(), row.fanId(), row.holdId(), row.places()))
                        .toList());
    }
}
