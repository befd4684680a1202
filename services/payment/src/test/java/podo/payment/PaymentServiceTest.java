package podo.payment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import podo.stack.junit.OnRealServers;

/** Starts the payment service with real servers and short pauses. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnRealServers
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "podo.pg.read-timeout=7s",
            "podo.pg.look-timeout=3s",
            "podo.payment.answer-within=4s",
            "podo.payment.first-look=200ms",
            "podo.payment.longest-pause=1s",
            "podo.payment.confirm-window=4s",
            "podo.payment.clock-margin=1s",
            "podo.pg.probe-every=300ms",
            "podo.audit.every=1h",
            "podo.audit.settled-after=8s",
        })
public @interface PaymentServiceTest {}
