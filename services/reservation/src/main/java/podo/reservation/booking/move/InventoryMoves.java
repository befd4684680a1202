package podo.reservation.booking.move;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import podo.contracts.inventory.SeatsMoved;
import podo.starter.problem.InvalidField;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the inventory exchange seats, and tells its refusals as this service's own. */
@Component
public class InventoryMoves {

    /**
     * @param organiserId the team of the event
     * @param blockFrom whether the seats that are given up are kept from sale
     * @param by the member who asks
     */
    public record Wish(
            String moveId,
            String orderId,
            long organiserId,
            List<Long> from,
            List<Long> to,
            boolean blockFrom,
            long by) {}

    /** @param totalNow what the new seats cost today, in whole won */
    public record Moved(SeatsMoved message, long totalNow) {}

    private final InventoryMoveClient client;
    private final JsonMapper json;

    InventoryMoves(InventoryMoveClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /** Throws {@link NewSeatsTaken} and {@link NotMovable}; then nothing was moved. */
    public Moved move(long eventId, String holdId, Wish wish) {
        try {
            return client.move(eventId, holdId, wish);
        } catch (HttpClientErrorException.Conflict e) {
            JsonNode problem = read(e);
            throw problem.path("type").asString("").equals("urn:problem:seats-taken")
                    ? new NewSeatsTaken(Arrays.stream(
                                    problem.path("seats").isArray()
                                            ? json.treeToValue(problem.path("seats"), Long[].class)
                                            : new Long[0])
                            .filter(Objects::nonNull)
                            .toList())
                    : new NotMovable();
        } catch (HttpClientErrorException.BadRequest e) {
            throw new InvalidField("to", "no-such-seat");
        } catch (HttpClientErrorException.NotFound e) {
            throw new NotMovable();
        }
    }

    private JsonNode read(HttpClientErrorException refusal) {
        try {
            return json.readTree(refusal.getResponseBodyAsByteArray());
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }
}
