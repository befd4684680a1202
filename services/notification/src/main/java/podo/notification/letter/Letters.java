package podo.notification.letter;

import java.util.Optional;
import org.springframework.stereotype.Component;
import podo.notification.queue.QueuedMail;

/** Writes the letter of a mail. */
@Component
public class Letters {

    private final OrderLetters orders;
    private final HandoverLetters handovers;
    private final AccountLetters accounts;
    private final ChangeLetters changes;
    private final SeatNewsLetters seatNews;
    private final LostOrderLetters lostOrders;
    private final MoveLetters moves;

    Letters(
            OrderLetters orders,
            HandoverLetters handovers,
            AccountLetters accounts,
            ChangeLetters changes,
            SeatNewsLetters seatNews,
            LostOrderLetters lostOrders,
            MoveLetters moves) {
        this.orders = orders;
        this.handovers = handovers;
        this.accounts = accounts;
        this.changes = changes;
        this.seatNews = seatNews;
        this.lostOrders = lostOrders;
        this.moves = moves;
    }

    /**
     * Empty when the mail is not needed any more: what it would say is not true now, or its recipient is gone.
     *
     * @throws podo.notification.facts.FactsAway while a service that knows what it says does not answer
     */
    public Optional<Letter> write(QueuedMail mail) {
        return switch (mail.kind()) {
            case ACCOUNT -> accounts.write(mail);
            case SHOW_CHANGED, HELD_SHOW_CHANGED -> changes.write(mail);
            case SEATS_MOVED, HELD_MOVED -> moves.write(mail);
            case HANDED_OVER, HANDOVER_RECEIVED, HELD_ENDED -> handovers.write(mail);
            case SEAT_OFFERED, SEATS_CAME_BACK -> seatNews.write(mail);
            case LOST_ORDER -> lostOrders.write(mail);
            case ORDER, REFUND, SHOW_CANCELLED, CHECKING, CHECK_FAILED, OFFERED_SEAT_SOLD -> orders.write(mail);
        };
    }
}
