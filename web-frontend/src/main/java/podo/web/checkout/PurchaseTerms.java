package podo.web.checkout;

import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.BookingClient.Booking;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.line.EntryPassGate;
import podo.web.page.Visitor;

/** What a fan reads before paying: the cancellation fees, the seller, and why the seats are held no longer than that. */
@Component
class PurchaseTerms {

    /** A hold that ends this long before the pass was cut short by it (90 s, setting {@code podo.hold.before-pass-ends}). */
    private static final Duration SHORTEST_MARGIN = Duration.ofSeconds(85);

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(95);

    private final CachedCatalogue catalogue;
    private final EntryPassGate passGate;
    private final SellerSettings seller;

    PurchaseTerms(CachedCatalogue catalogue, EntryPassGate passGate, SellerSettings seller) {
        this.catalogue = catalogue;
        this.passGate = passGate;
        this.seller = seller;
    }

    void fill(Booking booking, HttpSession session, Model model) {
        model.addAttribute("seller", seller);
        model.addAttribute("fees", fees(booking));
        model.addAttribute("insideUntil", endOfPassThatCutTheHold(booking, session));
    }

    /** Null when they are not known now. */
    private @Nullable List<ListedEvent.Fee> fees(Booking booking) {
        if (booking.event() == null) {
            return null;
        }
        try {
            return catalogue.get(booking.event().id()).refundFees();
        } catch (ServiceRefusal unavailable) {
            return null;
        }
    }

    private static @Nullable Object visitor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? null : who.getPrincipal();
    }

    private @Nullable Instant endOfPassThatCutTheHold(Booking booking, HttpSession session) {
        if (booking.event() == null || booking.expiresAt() == null || !(visitor() instanceof Visitor fan)) {
            return null;
        }
        Instant end = passGate.endOf(session, booking.event().id(), fan);
        if (end == null) {
            return null;
        }
        Duration margin = Duration.between(booking.expiresAt(), end);
        return margin.compareTo(SHORTEST_MARGIN) >= 0 && margin.compareTo(LONGEST_MARGIN) <= 0 ? end : null;
    }
}
