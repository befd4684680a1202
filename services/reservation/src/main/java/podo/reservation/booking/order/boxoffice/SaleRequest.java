package podo.reservation.booking.order.boxoffice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.kind.KindChoice;
import podo.starter.text.MailAddress;
import podo.starter.text.PersonText;

/**
 * What a box office sells, to whom, and how it was paid.
 *
 * @param seats with the kind of ticket of each; none of the usual one
 * @param places in standing areas; an area may be named once for each kind of ticket
 * @param reason why seats are given away; for the others null
 * @param name of the buyer, and {@code email} to which the tickets are sent; both may be left out
 * @param total what the member has read that it costs, in whole won; a sale at another sum is refused
 */
record SaleRequest(
        @Nullable @Size(max = SaleRequest.MOST) List<@NotNull @Valid KindChoice> seats,
        @Nullable @Size(max = SaleRequest.MOST) List<@NotNull @Valid SoldPlaces> places,
        @NotNull SaleWay way,
        @PersonText(max = 200, optional = true) @Nullable String reason,
        @PersonText(max = 100, optional = true) @Nullable String name,

        @PersonText(max = 254, optional = true) @MailAddress @Nullable
        String email,

        @Nullable @PositiveOrZero Long total) {

    static final int MOST = 50;

    record SoldPlaces(
            @NotNull Long areaId,
            @NotNull @Min(1) @Max(SaleRequest.MOST) Integer count,
            @Nullable @Size(max = 40) String kind) {}

    List<KindChoice> seatsOrNone() {
        return seats == null ? List.of() : seats;
    }

    List<SoldPlaces> placesOrNone() {
        return places == null ? List.of() : places;
    }

    List<Long> seatIds() {
        return seatsOrNone().stream().map(KindChoice::seatId).toList();
    }

    /** How many places of which area. */
    Map<Long, Integer> placesByArea() {
        return placesOrNone().stream()
                .collect(Collectors.groupingBy(
                        SoldPlaces::areaId, TreeMap::new, Collectors.summingInt(SoldPlaces::count)));
    }

    int size() {
        return seatIds().size()
                + placesByArea().values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean namesASeatTwice() {
        return new HashSet<>(seatIds()).size() < seatIds().size();
    }

    boolean isGivenAway() {
        return way == SaleWay.COMPLIMENTARY;
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
