package podo.payment.audit.evidence;

import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the evidence of one comparison from this service's tables, from reservation, inventory and event. */
@Component
public class AuditEvidenceReader {

    private static final int PAGE_SIZE = 2_000;

    private final LedgerQuery ledger;
    private final TicketAuditClient tickets;
    private final SeatAuditClient seats;
    private final PriceAuditClient prices;
    private final GiveBackFactsReader giveBacks;

    AuditEvidenceReader(
            LedgerQuery ledger,
            TicketAuditClient tickets,
            SeatAuditClient seats,
            PriceAuditClient prices,
            GiveBackFactsReader giveBacks) {
        this.ledger = ledger;
        this.tickets = tickets;
        this.seats = seats;
        this.prices = prices;
        this.giveBacks = giveBacks;
    }

    /** The tickets before the ledger: a ticket can't be older than its payment. */
    public AuditEvidence read() {
        List<TicketAuditClient.Ticket> valid = KeysetPages.all(
                PAGE_SIZE, 0L, TicketAuditClient.Ticket::id, after -> tickets.tickets(after, PAGE_SIZE));
        List<SeatAuditClient.Sold> sold =
                KeysetPages.all(PAGE_SIZE, 0L, SeatAuditClient.Sold::seatId, after -> seats.sold(after, PAGE_SIZE));
        List<TicketAuditClient.CodeUse> codes =
                KeysetPages.all(PAGE_SIZE, 0L, TicketAuditClient.CodeUse::id, after -> tickets.codes(after, PAGE_SIZE));
        return new AuditEvidence(
                ledger.findAll(), valid, sold, seats.halls(), seats.plans(), prices.prices(), giveBacks.read(), codes);
    }
}
