package podo.payment.checkout;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import podo.contracts.payment.PaymentStatus;
import podo.payment.order.Payment;
import podo.payment.pg.PgSettings;
import podo.starter.edge.PublicUrl;

/** Builds what a page needs to open the payment window, by a plain link or by Toss's script. */
@Component
class CheckoutViews {

    /**
     * @param customerKey stable per fan and not guessable, as Toss requires
     * @param windowUrl null when the order cannot be paid now, or the page opens the window with Toss's script
     */
    record CheckoutView(
            String orderId,
            PaymentStatus status,
            long amount,
            String orderName,
            String clientKey,
            String customerKey,
            String successUrl,
            String failUrl,
            @Nullable String windowUrl) {}

    private final PgSettings pg;
    private final PublicUrl publicUrl;

    CheckoutViews(PgSettings pg, PublicUrl publicUrl) {
        this.pg = pg;
        this.publicUrl = publicUrl;
    }

    CheckoutView of(Payment payment, Locale language) {
        String success = publicUrl.address("/payments/success");
        // our own parameter: Toss sends no orderId when the buyer closes the window
        String fail = publicUrl.address("/payments/fail?order=" + payment.orderId());
        return new CheckoutView(
                payment.orderId(),
                payment.status(),
                payment.amount(),
                payment.orderName(),
                pg.clientKey(),
                customerKey(payment.fanId()),
                success,
                fail,
                pg.hasWindow() && payment.isChargeable() ? window(payment, success, fail, language) : null);
    }

    private String window(Payment payment, String success, String fail, Locale language) {
        return UriComponentsBuilder.fromUriString(pg.windowUrl())
                .queryParam("clientKey", "{clientKey}")
                .queryParam("orderId", "{orderId}")
                .queryParam("amount", payment.amount())
                .queryParam("orderName", "{orderName}")
                .queryParam("successUrl", "{success}")
                .queryParam("failUrl", "{fail}")
                .queryParam("lang", language.getLanguage().equals("ko") ? "ko" : "en")
                .encode()
                .buildAndExpand(pg.clientKey(), payment.orderId(), payment.orderName(), success, fail)
                .toUriString();
    }

    private String customerKey(long fanId) {
        return UUID.nameUUIDFromBytes((pg.secretKey() + "/" + fanId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
