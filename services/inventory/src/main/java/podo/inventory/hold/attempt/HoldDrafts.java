package podo.inventory.hold.attempt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import podo.inventory.hold.HeldArea;
import podo.inventory.hold.Hold;
import podo.inventory.hold.HoldDraft;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.store.Holds;
import podo.inventory.seat.Hall;
import podo.inventory.time.HoldTimeSettings;
import podo.starter.security.NoPass;

/** Makes the hold that a request asks for, with its end and total, and finds the hold that an identical request got before. */
@Component
class HoldDrafts {

    private final Holds holds;
    private final PlaceIds placeIds;
    private final HoldSettings settings;
    private final HoldTimeSettings times;
    private final Clock clock;

    HoldDrafts(Holds holds, PlaceIds placeIds, HoldSettings settings, HoldTimeSettings times, Clock clock) {
        this.holds = holds;
        this.placeIds = placeIds;
        this.settings = settings;
        this.times = times;
        this.clock = clock;
    }

    /** Throws {@link NoPass} when the pass ends too soon for a hold. */
    HoldDraft create(HoldRequest request, Hall hall) {
        Instant now = clock.instant();
        Instant until = earlier(
                now.plus(times.of(hall.holdSeconds())),
                request.pass().expiresAt().minus(settings.beforePassEnds()));
        if (!until.isAfter(now)) {
            throw new NoPass();
        }
        until = earlier(until, hall.salesEndAt());
        List<Long> prices = prices(request, hall);
        long total = prices.stream().mapToLong(Long::longValue).sum();
        Hold hold = new Hold(
                HoldIds.next(),
                request.eventId(),
                request.fanId(),
                request.seatIds(),
                request.areas().stream()
                        .map(wish -> new HeldArea(wish.areaId(), placeIds.next(request.eventId(), wish.count())))
                        .toList(),
                prices,
                total,
                Hold.Status.HELD,
                until,
                request.pass().id(),
                request.pass().expiresAt(),
                0,
                null);
        return new HoldDraft(hold, requestHash(request));
    }

    /** In the order of {@link Hold#ids}. */
    private static List<Long> prices(HoldRequest request, Hall hall) {
        return Stream.concat(
                        request.seatIds().stream()
                                .map(id -> hall.grade(hall.seat(id).orElseThrow())),
                        request.areas().stream()
                                .flatMap(wish -> Stream.generate(() -> hall.grade(
                                                hall.area(wish.areaId()).orElseThrow()))
                                        .limit(wish.count())))
                .map(Hall.Grade::price)
                .toList();
    }

    /** The hold of an earlier request with the same key and seats, whose answer may have been lost. */
    Optional<Hold> findEarlier(HoldRequest request) {
        String hash = requestHash(request);
        return hash == null ? Optional.empty() : holds.findByRequest(request.fanId(), hash);
    }

    /** Hashes key, seats and areas: the same key with others is another request. Null without a key. */
    private static @Nullable String requestHash(HoldRequest request) {
        if (request.requestKey() == null) {
            return null;
        }
        try {
            String areas = request.areas().isEmpty() ? "" : "\n" + request.areas();
            byte[] keyAndSeats =
                    (request.requestKey() + '\n' + request.seatIds() + areas).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(keyAndSeats));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
