package podo.payment;

import java.util.stream.Stream;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.ConfigurableEnvironment;
import podo.stack.junit.ServiceProcess;

/** Another instance of the service, with the settings of {@link PaymentServiceTest}. */
final class PaymentProcess {

    private PaymentProcess() {}

    static ServiceProcess start(ConfigurableEnvironment environment, String neighbours) {
        ServiceProcess payment = new ServiceProcess(
                PaymentApplication.class,
                environment,
                Stream.concat(
                        Stream.of("reservation", "inventory", "event")
                                .map(name -> "spring.cloud.discovery.client.simple.instances." + name + "[0].uri="
                                        + neighbours),
                        Stream.of(PaymentServiceTest.class
                                .getAnnotation(SpringBootTest.class)
                                .properties())));
        payment.process().start();
        return payment;
    }
}
