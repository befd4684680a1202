package podo.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Starts the whole web-frontend on a free port, with {@link FakeServices} and sessions in a real Redis. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = WebFrontendTest.Start.class)
public @interface WebFrontendTest {

    FakeServices SERVICES = new FakeServices();

    final class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(SERVICES.properties())
                    .and(SharedTestRedis.settings())
                    .and(
                            "podo.web.catalogue-kept=0s",
                            "spring.http.clients.read-timeout=5s",
                            "podo.web.pages-kept=0s",
                            "podo.seller.name=Podo Tickets of the test",
                            "podo.seller.business-number=123-45-67890")
                    .applyTo(context);
        }
    }
}
