package podo.payment;

import java.util.stream.Stream;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.ConfigurableEnvironment;
import podo.stack.junit.ServiceProcess;

/** Another instance, at the pace of {@link OnPayment}, so that both are alike. */
final class PaymentProcess {

    private PaymentProcess() {}

    static ServiceProcess start(ConfigurableEnvironment environment, String town) {
        ServiceProcess payment = new ServiceProcess(
                PaymentApplication.class,
                environment,
                Stream.concat(
                        Stream.of("reservation", "inventory")
                                .map(name ->
                                        "spring.cloud.discovery.client.simple.instances." + name + "[0].uri=" + town),
                        Stream.of(OnPayment.class
                                .getAnnotation(SpringBootTest.class)
                                .properties())));
        payment.process().start();
        return payment;
    }
}
