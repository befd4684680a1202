package podo.web.checkout;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code podo.seller.*}: who sells the tickets, as Korean law wants it shown before a payment. A blank one is not shown.
 *
 * @param businessNumber number in the business register
 * @param mailOrderNumber number of the mail-order report
 * @param contact telephone number or address for e-mail
 */
@ConfigurationProperties("podo.seller")
public record SellerSettings(
        @Nullable String name,
        @Nullable String representative,
        @Nullable String businessNumber,
        @Nullable String mailOrderNumber,
        @Nullable String address,
        @Nullable String contact) {}
