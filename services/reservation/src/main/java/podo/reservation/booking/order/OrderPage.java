package podo.reservation.booking.order;

import java.util.List;

/** One page of orders, in the shape of {@code GET /api/events}. */
record OrderPage(List<OrderView> content, Numbers page) {

    record Numbers(int number, int size, long totalElements, long totalPages) {}

    static OrderPage of(List<OrderView> content, int number, int size, long total) {
        return new OrderPage(content, new Numbers(number, size, total, (total + size - 1) / size));
    }
}
