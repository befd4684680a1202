package podo.web.checkout;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import podo.web.client.BookingClient.Booking;
import podo.web.client.ServiceRefusal;
import podo.web.page.PageSettings;
import podo.web.page.Words;

/** Texts for refusals, the terms of the purchase, and the check that a redirect leads to the configured payment window. */
@Component
class CheckoutResponses {

    private final Words words;
    private final PageSettings settings;
    private final PurchaseTerms terms;

    CheckoutResponses(Words words, PageSettings settings, PurchaseTerms terms) {
        this.words = words;
        this.settings = settings;
        this.terms = terms;
    }

    /** Adds what a fan reads before paying. */
    void addTerms(Booking booking, HttpSession session, Model model) {
        terms.fill(booking, session, model);
    }

    String explain(ServiceRefusal refusal) {
        return words.of(refusal);
    }

    String sumChanged() {
        return words.of("pay.sum-changed");
    }

    boolean isPaymentWindow(String url) {
        return url.startsWith(settings.paymentOrigin() + "/");
    }
}
