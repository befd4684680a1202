package podo.reservation.booking.order.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.reservation.account.AccountNames;
import podo.reservation.account.KnownAccount;
import podo.reservation.action.OrganiserAction;
import podo.reservation.action.OrganiserActions;
import podo.reservation.booking.notice.ChangeNotices;
import podo.reservation.booking.order.search.OrderRow;
import podo.reservation.booking.refund.Cancellations;
import podo.reservation.booking.ticket.Tickets;

/** All that happened to one order, in the order of time, from this service's tables and from payment. */
@Component
public class OrderHistory {

    /** @param complete false when a service did not answer and its part is missing */
    public record Past(List<OrderEvent> events, boolean complete) {}

    private static final Logger log = LoggerFactory.getLogger(OrderHistory.class);

    private final Tickets tickets;
    private final Cancellations cancellations;
    private final OrganiserActions actions;
    private final HolderHistory holders;
    private final AccountNames names;
    private final PaymentHistoryClient payments;
    private final ChangeNotices notices;

    OrderHistory(
            Tickets tickets,
            Cancellations cancellations,
            OrganiserActions actions,
            HolderHistory holders,
            AccountNames names,
            PaymentHistoryClient payments,
            ChangeNotices notices) {
        this.tickets = tickets;
        this.cancellations = cancellations;
        this.actions = actions;
        this.holders = holders;
        this.names = names;
        this.payments = payments;
        this.notices = notices;
    }

    public Past of(OrderRow order) {
        List<OrderEvent> events = new ArrayList<>();
        events.add(new OrderEvent(order.createdAt(), "BOOKED", null, Map.of()));
        tickets.ofBooking(order.reservationId()).stream()
                .map(Tickets.IssuedTicket::issuedAt)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> events.add(new OrderEvent(at, "TICKETS_ISSUED", null, Map.of())));
        notices.ofBooking(order.reservationId())
                .forEach(told ->
                        events.add(new OrderEvent(told.at(), "BUYER_TOLD", null, Map.of("changeId", told.changeId()))));
        addActions(order, events);
        events.addAll(holders.of(order.reservationId()));
        boolean complete = addMoney(order, events);
        events.sort(Comparator.comparing(OrderEvent::at));
        return new Past(List.copyOf(events), complete);
    }

    /** A refund is told by its cancellation, which has the fee too; the log knows who asked for it. */
    private void addActions(OrderRow order, List<OrderEvent> events) {
        List<OrganiserAction> done = actions.ofOrder(order.orderId());
        Map<Long, KnownAccount> organisers = names.find(
                done.stream().map(OrganiserAction::organiserId).distinct().toList());
        Map<Object, String> askedBy = new HashMap<>();
        for (OrganiserAction action : done) {
            String by =
                    Objects.requireNonNull(organisers.get(action.organiserId())).name();
            if (action.what().equals(OrganiserAction.Kind.REFUNDED.name())) {
                askedBy.put(action.detail().getOrDefault("cancellationId", ""), by);
            } else {
                events.add(new OrderEvent(action.at(), action.what(), by, action.detail()));
            }
        }
        cancellations
                .ofBooking(order.reservationId())
                .forEach(cancelled -> events.add(refundAsked(cancelled, askedBy.get(cancelled.id()))));
    }

    private static OrderEvent refundAsked(Cancellations.Requested cancelled, @Nullable String by) {
        return new OrderEvent(
                cancelled.askedAt(),
                "REFUND_ASKED",
                by,
                Map.of(
                        "seats", cancelled.seats(),
                        "amount", cancelled.refundAmount(),
                        "fee", cancelled.fee(),
                        "reason", cancelled.reason(),
                        "done", cancelled.refunded()));
    }

    private boolean addMoney(OrderRow order, List<OrderEvent> events) {
        try {
            payments.history(order.orderId()).forEach(money -> {
                Map<String, Object> detail = new HashMap<>();
                detail.put("amount", money.amount());
                if (money.state() != null) {
                    detail.put("state", money.state());
                }
                if (money.code() != null) {
                    detail.put("code", money.code());
                }
                if (money.way() != null) {
                    detail.put("way", money.way());
                }
                events.add(new OrderEvent(money.at(), money.kind(), null, detail));
            });
            return true;
        } catch (RestClientException | IllegalStateException e) {
            log.warn("The payments of order {} could not be read: {}", order.orderId(), e.toString());
            return false;
        }
    }
}
