package podo.web.checkout;

import org.springframework.stereotype.Component;
import podo.web.client.ServiceRefusal;
import podo.web.page.PageSettings;
import podo.web.page.Words;

/** Texts for refusals, and the check that a redirect leads to the configured payment window. */
@Component
class CheckoutResponses {

    private final Words words;
    private final PageSettings settings;

    CheckoutResponses(Words words, PageSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    String explain(ServiceRefusal refusal) {
        return words.of(refusal);
    }

    boolean isPaymentWindow(String url) {
        return url.startsWith(settings.paymentOrigin() + "/");
    }
}
