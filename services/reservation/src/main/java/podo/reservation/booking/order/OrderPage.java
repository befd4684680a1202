package podo.reservation.booking.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import podo.reservation.booking.order.search.OrderQuery;

/**
 * One page of orders, in the shape of {@code GET /api/events}.
 *
 * @param owed whole won that box offices still have to hand back for the orders of all pages; left out unless only such were asked for
 */
record OrderPage(
        List<OrderView> content,
        Numbers page,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long owed) {

    record Numbers(int number, int size, long totalElements, long totalPages) {}

    static OrderPage of(List<OrderView> content, int number, int size, OrderQuery.Found found) {
        long total = found.total();
        return new OrderPage(content, new Numbers(number, size, total, (total + size - 1) / size), found.owed());
    }
}
