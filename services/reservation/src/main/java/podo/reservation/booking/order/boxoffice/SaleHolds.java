package podo.reservation.booking.order.boxoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import podo.reservation.booking.hold.BookingHoldLapsed;
import podo.reservation.booking.move.NewSeatsTaken;
import podo.starter.problem.NotFound;
import podo.starter.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the inventory hold what is sold, and tells its refusals as this service's own. */
@Component
class SaleHolds {

    private static final Logger log = LoggerFactory.getLogger(SaleHolds.class);

    private final BoxOfficeHoldClient client;
    private final JsonMapper json;

    SaleHolds(BoxOfficeHoldClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /** Throws {@link NewSeatsTaken}, {@link SoldPlacesGone} or {@link NotOnSaleHere}; then nothing is held. */
    BoxOfficeHoldClient.Taken take(long eventId, long team, BoxOfficeSales.Sale sale, SaleRequest request) {
        try {
            return client.take(
                    eventId,
                    new BoxOfficeHoldClient.Wish(
                            sale.holdId(),
                            team,
                            sale.memberId(),
                            sale.buyerId(),
                            request.seatIds(),
                            request.placesByArea().entrySet().stream()
                                    .map(wish -> new BoxOfficeHoldClient.Places(wish.getKey(), wish.getValue()))
                                    .toList()));
        } catch (HttpClientErrorException.Conflict e) {
            throw refusalOf(read(e));
        } catch (HttpClientErrorException.NotFound e) {
            throw new NotFound();
        }
    }

    /** What can't be released ends by itself within a minute. */
    void release(BoxOfficeSales.Sale sale, BoxOfficeHoldClient.Taken taken) {
        try {
            client.release(sale.holdId(), taken.unblocked(), sale.memberId());
        } catch (RestClientException | IllegalStateException e) {
            log.warn("The hold {} of the box office stays until its end: {}", sale.holdId(), e.toString());
        }
    }

    private static Problem refusalOf(JsonNode problem) {
        return switch (problem.path("type").asString("")) {
            case "urn:problem:seats-taken" -> {
                List<Long> seats = new ArrayList<>();
                problem.path("seats").forEach(seat -> seats.add(seat.asLong()));
                yield new NewSeatsTaken(seats);
            }
            case "urn:problem:area-full" -> {
                List<Map<String, Long>> areas = new ArrayList<>();
                problem.path("areas")
                        .forEach(area -> areas.add(Map.of(
                                "id", area.path("id").asLong(),
                                "available", area.path("available").asLong())));
                yield new SoldPlacesGone(areas, problem.path("left").asLong());
            }
            case "urn:problem:event-cancelled", "urn:problem:sales-ended" -> new NotOnSaleHere();
            default -> new BookingHoldLapsed();
        };
    }

    private JsonNode read(HttpClientErrorException refusal) {
        try {
            return json.readTree(refusal.getResponseBodyAsByteArray());
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }
}
