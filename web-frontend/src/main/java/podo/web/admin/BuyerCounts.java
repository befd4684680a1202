package podo.web.admin;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import podo.contracts.event.EventStatus;
import podo.web.client.BookingClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;

/** How many would be told of a change. */
@Component
class BuyerCounts {

    /** @param unreached buyers without an e-mail address, who are not told */
    record Buyers(long told, long unreached) {

        public long count() {
            return told + unreached;
        }

        public boolean anyToldOrNone() {
            return told > 0 || unreached == 0;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(BuyerCounts.class);

    private final BookingClient bookings;

    BuyerCounts(BookingClient bookings) {
        this.bookings = bookings;
    }

    /** Null for a draft, for a role that reads no orders, and while the orders can't be read. */
    @Nullable
    Buyers count(ListedEvent event) {
        if (event.is(EventStatus.DRAFT)) {
            return null;
        }
        try {
            long all = bookings.countBuyers(event.id()).page().totalElements();
            long unreached = all == 0
                    ? 0
                    : bookings.countBuyersWithoutEmail(event.id()).page().totalElements();
            return new Buyers(Math.max(0, all - unreached), unreached);
        } catch (ServiceRefusal | RestClientException | IllegalStateException e) {
            if (e instanceof ServiceRefusal refusal && refusal.is("role-needed")) {
                return null;
            }
            log.warn("The buyers of event {} could not be counted: {}", event.id(), e.toString());
            return null;
        }
    }
}
