package podo.web.checkout;

import org.springframework.stereotype.Component;
import podo.web.calls.ServiceRefusal;
import podo.web.page.PageSettings;
import podo.web.page.Words;

/** Refusals in words, and the one place outside this site to which a fan is sent. */
@Component
class CheckoutResponses {

    private final Words words;
    private final PageSettings settings;

    CheckoutResponses(Words words, PageSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    String words(ServiceRefusal refusal) {
        return words.of(refusal);
    }

    boolean leadsToTheWindow(String url) {
        return url.startsWith(settings.paymentOrigin() + "/");
    }
}
