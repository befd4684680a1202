package podo.reservation.booking.code;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tries how often an account may try a code within {@code triesWithin}
 * @param latePayment how long after its hold a payment that was opened keeps its use, because the bank may still say yes
 */
@ConfigurationProperties("podo.codes")
record CodeSettings(
        @DefaultValue("20") int tries,
        @DefaultValue("10m") Duration triesWithin,
        @DefaultValue("30m") Duration latePayment) {}
